import { widest, widthOf } from '../../../../nodes/PagerDuty/report/pdf/font/measure';
import { shorten, wrap } from '../../../../nodes/PagerDuty/report/pdf/font/wrap';

const regular = { font: 'regular', size: 10 } as const;
const bold = { font: 'bold', size: 10 } as const;

describe('widths of texts', () => {
	it('are those of Helvetica and Helvetica-Bold', () => {
		expect(widthOf('Hello World', regular)).toBeCloseTo(51.67, 5);
		expect(widthOf('Hello World', bold)).toBeCloseTo(55.56, 5);
		// €, ü and … stand at the places that WinAnsiEncoding gives them.
		expect(widthOf('\x80\xfc\x85', regular)).toBeCloseTo(5.56 + 5.56 + 10, 5);
	});

	it('are those of the widest line', () => {
		expect(widest(['iii', 'i\nwww\ni'], regular)).toBe(widthOf('www', regular));
		expect(widest([], regular)).toBe(0);
	});
});

describe('texts that are broken into lines', () => {
	it('are broken between words, and where they say so', () => {
		expect(wrap('one two three four', regular, widthOf('one two', regular))).toEqual([
			'one two',
			'three',
			'four',
		]);
		expect(wrap('one\n\ntwo', regular, 100)).toEqual(['one', '', 'two']);
		expect(wrap('', regular, 100)).toEqual(['']);
	});

	it('are not broken at spaces that hold words together', () => {
		expect(wrap('take 12\xa0345 of', regular, widthOf('take 12', regular))).toEqual([
			'take',
			'12\xa0345',
			'of',
		]);
	});

	it('break words that are longer than a line, and go on behind them', () => {
		const lines = wrap(`to ${'x'.repeat(25)} go`, regular, 50);

		expect(lines).toEqual(['to', 'x'.repeat(10), 'x'.repeat(10), 'xxxxx go']);
	});

	it('fit their width, and lose no letter', () => {
		const text = 'Replication lag of orders-db-2 above thirty seconds '.repeat(5).trim();
		for (let width = 20; width < 300; width += 7) {
			const lines = wrap(text, bold, width);

			expect(lines.filter((line) => widthOf(line, bold) > width)).toEqual([]);
			expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
		}
	});

	it('have a letter a line where there is no room at all', () => {
		expect(wrap('abc', regular, 0)).toEqual(['a', 'b', 'c']);
	});
});

describe('texts that are shortened', () => {
	it('end with an ellipsis, and fit', () => {
		const short = shorten('A very long title', regular, 50);

		expect(short).toBe('A very lo\x85');
		expect(widthOf(short, regular)).toBeLessThanOrEqual(50);
	});

	it('are left as they are where they fit', () => {
		expect(shorten('Title', regular, 50)).toBe('Title');
	});
});
