import { breaches } from '../../support/reports/breaches';
import { runs } from './picture';
import { installing, read, removeFiles, reportOf } from './readers';

const ACCENT = '#057857';

beforeAll(() => read(reportOf()), installing);
afterAll(removeFiles);

describe('tables and charts, read by PDF readers', () => {
	it('of 2,000 rows hold each row once, in order and whole', async () => {
		const { pages, links } = await read(reportOf(breaches(2000)));

		const numbers = pages.join('').match(/^#\d+(?= )/gm);

		expect(numbers).toEqual(Array.from({ length: 2000 }, (_, at) => `#${1044 + at}`));
		expect(links).toHaveLength(2000);
		expect(pages.length).toBeGreaterThan(50);
		// No row is parted: below the head a page begins with the first line of a row, and it ends with the last one.
		pages.slice(1).forEach((page) => {
			expect(page).toMatch(/^Incident Title Service Created Acknowledged\nafter\nAllowed\n#\d+ /);
			expect(page).toMatch(/ min 15 min\nReport\nMade today Page \d+ of \d+\n$/);
		});
	}, 60_000);

	it('have numbers that end below each other, at the right of their column', async () => {
		const rows = ['7', '1,204', '88'].map((text) => [{ text: 'Checkout' }, { text }]);
		const columns = [{ label: 'Service' }, { label: 'Incidents', align: 'right' as const }];
		const words = await (await read(reportOf({ kind: 'table', title: 'Services', columns, rows }))).words(1);

		const ends = ['7', '1,204', '88', 'Incidents'].map((text) =>
			words.find((word) => word.text === text)?.right.toFixed(1),
		);

		expect(new Set(ends)).toEqual(new Set([(595.28 - 54).toFixed(1)]));
	});

	it('never leave the name of a table, or its head, alone at the foot of a page', async () => {
		const small = (title: string) => ({ ...breaches(2), title });
		const many = Array.from({ length: 40 }, (_, at) => small(`Table ${at}.`));

		const { pages } = await read(reportOf(...many));

		const parts = pages
			.join('\f')
			.split(/Table \d+\.\n/)
			.slice(1);
		expect(parts).toHaveLength(40);
		expect(parts.filter((part) => /^[^#]*\f/.test(part))).toEqual([]);
	});

	it('keep a heading on the page of what it is about', async () => {
		const chapters = Array.from({ length: 30 }, (_, at) => [
			{ kind: 'heading' as const, text: `Chapter ${at}.` },
			{ kind: 'columns' as const, title: 'Days', bars: [{ label: 'Mon', value: 1, shown: 'one' }] },
		]);

		const { pages } = await read(reportOf(...chapters.flat()));

		const parts = pages
			.join('\f')
			.split(/Chapter \d+\.\n/)
			.slice(1);
		expect(parts).toHaveLength(30);
		expect(parts.filter((part) => !/^Days\nMon\none\n/.test(part))).toEqual([]);
	});

	it('of few bars stand on one page', async () => {
		const bars = Array.from({ length: 12 }, (_, at) => ({ label: `Bar ${at}.`, value: at, shown: '' }));
		const charts = Array.from({ length: 9 }, (_, at) => ({
			kind: 'bars' as const,
			title: `Chart ${at}.`,
			bars,
		}));

		const { pages } = await read(reportOf(...charts));

		expect(pages.length).toBeGreaterThan(2);
		const parts = pages
			.join('\f')
			.split(/Chart \d\.\n/)
			.slice(1);
		expect(parts.filter((part) => !/^Bar 0\.[^\f]*Bar 11\./.test(part))).toEqual([]);
	});

	it('have lines at equal distances in a row that is higher than a part of a page', async () => {
		const lines = Array.from({ length: 40 }, (_, at) => `line${at}`);
		const rows = [[{ text: lines.join('\n') }]];
		const words = await (
			await read(reportOf({ kind: 'table', title: 'Long', columns: [{ label: 'Text' }], rows }))
		).words(1);

		const tops = words.filter(({ text }) => text.startsWith('line')).map(({ top }) => top);
		const distances = tops.slice(1).map((top, at) => (top - (tops[at] ?? 0)).toFixed(1));

		expect(tops).toHaveLength(40);
		expect(new Set(distances)).toEqual(new Set(['11.5']));
	});

	it('draw bars as long as their values, and none for 0', async () => {
		const bars = [400, 200, 100, 0].map((value) => ({ label: `n${value}`, value, shown: `${value} h` }));
		const picture = await (await read(reportOf({ kind: 'bars', title: 'Load', bars }))).picture(1);

		// Each bar is some lines of dots that are equally long; the first run is the bar above the title.
		const lengths = [...new Set(runs(picture, ACCENT))].slice(-3);

		expect(lengths).toHaveLength(3);
		expect((lengths[1] ?? 0) / (lengths[0] ?? 1)).toBeCloseTo(0.5, 1);
		expect((lengths[2] ?? 0) / (lengths[0] ?? 1)).toBeCloseTo(0.25, 1);
	});

	it('of 31 days show each day and value; those of longer names show as many as have room', async () => {
		const days = (name: (day: number) => string) =>
			Array.from({ length: 31 }, (_, at) => ({ label: name(at + 1), value: at, shown: `${100 + at}` }));
		const reading = await read(
			reportOf(
				{ kind: 'columns', title: 'Short', bars: days((day) => `${day}`) },
				{ kind: 'columns', title: 'Long', bars: days((day) => `2026-10-${String(day).padStart(2, '0')}`) },
			),
		);

		const [short = ''] = reading.pages[0]?.split('Short\n')[1]?.split('Long\n') ?? [];
		for (let day = 1; day <= 31; day++) {
			expect(short.split(/\s+/)).toEqual(expect.arrayContaining([`${day}`, `${99 + day}`]));
		}
		const long = (await reading.words(1)).filter(({ text }) => text.startsWith('2026-10-'));
		expect(long.map(({ text }) => text.slice(-2))).toEqual(['01', '05', '09', '13', '17', '21', '25', '29']);
		long.slice(1).forEach(({ left }, at) => expect(left).toBeGreaterThan((long[at]?.right ?? 0) + 2));
	});
});
