import { encode, encodeLine } from '../../../../nodes/PagerDuty/report/pdf/font/encode';

/** Codes of WinAnsiEncoding beyond Latin-1 that the texts below need. */
const SIGNS: Record<string, string> = {
	...{
		'\x80': '€',
		'\x85': '…',
		'\x8a': 'Š',
		'\x92': '’',
		'\x93': '“',
		'\x94': '”',
		'\x96': '–',
		'\x9c': 'œ',
	},
	'\x9e': 'ž',
};
const read = (bytes: string) => bytes.replace(/[\x80-\x9f]/g, (byte) => SIGNS[byte] ?? '?');
const shown = (text: string) => read(encode(text));

describe('texts in letters of the fonts of a report', () => {
	it('keep all letters of Western European languages, and the signs of print', () => {
		const text = 'Zürich, Šimon, à l’œuvre, “ž” – 5 € … ¿qué? ½ ²';

		expect(shown(text)).toBe(text);
	});

	it.each([
		['Polish', 'Zażółć gęślą jaźń, ŁÓDŹ', 'Zazólc gesla jazn, LÓDZ'],
		['Turkish', 'İstanbul ışık', 'Istanbul isik'],
		['Vietnamese', 'Nguyễn Thị Đào', 'Nguyen Thi Dào'],
		['Russian', 'Щедрый объём, Юлия', 'Shchedryy ob"yom, Yuliya'],
		['Ukrainian', 'Їжак і ґанок', 'Yizhak i ganok'],
		['Serbian', 'Ђорђе Љубић', 'Djordje Ljubic'],
		['Greek', 'Αθήνα, Θεσσαλονίκη, ψάρι', 'Athina, Thessaloniki, psari'],
		['mathematical', '𝐁𝐨𝐥𝐝 ﬁn ＷＩＤＥ', 'Bold fin WIDE'],
	])('spell %s letters', (_, text, spelled) => {
		expect(shown(text)).toBe(spelled);
	});

	it('never change the meaning of a number', () => {
		expect(shown('5 μs, 10⁴, 2⅓, ≥ 3 → −4, ①')).toBe('5 µs, 10(4), 2(1/3), >= 3 -> -4, (1)');
		expect(shown('12\u202f345')).toBe('12\u00a0345');
	});

	it('show what cannot be spelled as its code, apart from its neighbors', () => {
		expect(shown('🔥')).toBe('U+1F525');
		expect(shown('a🔥🔥b c 東')).toBe('a U+1F525 U+1F525 b c U+6771');
		expect(shown('한 ع ٣ \u0301')).toBe('U+D55C U+0639 U+0663 U+0301');
		expect(shown('\0 \x7f \x81 \ufeff \ud800')).toBe('U+0000 U+007F U+0081 U+FEFF U+D800');
	});

	it('read letters with marks of their own like letters that have them', () => {
		expect(shown('e\u0301 l\u0335 z\u030c\u0301\u0327')).toBe(shown('é l z\u0327'.replace('z\u0327', 'ž')));
	});

	it('keep ends of lines of any kind, or make spaces of them', () => {
		expect(encode('a\r\nb\rc\u2028d\te')).toBe('a\nb\nc\nd e');
		expect(encodeLine(' a\r\n b\n\nc ')).toBe('a b c');
	});

	it('leave nothing out: each character of Unicode leaves a trace, but for marks and choices of a look', () => {
		const silent: string[] = [];
		for (let point = 0x21; point < 0x30000; point++) {
			const letter = String.fromCodePoint(point);
			const isSpace = /[\s\x85]/.test(letter);
			if (!isSpace && encode(letter).trim() === '') silent.push(point.toString(16));
		}

		expect(silent).toEqual(Array.from({ length: 16 }, (_, at) => (0xfe00 + at).toString(16)));
	});

	it('never give anything but codes of letters', () => {
		const all = Array.from({ length: 0x30000 }, (_, point) => String.fromCodePoint(point));

		const wrong = all.filter(
			(letter) => !/^[\n\x20-\x7e\x80\x82-\x8c\x8e\x91-\x9c\x9e-\xff]+$/.test(encode(`x${letter}`)),
		);

		expect(wrong).toEqual([]);
	});
});
