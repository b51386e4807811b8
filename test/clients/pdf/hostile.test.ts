import type { Block, ReportDocument } from '../../../nodes/PagerDuty/report/document';
import { inkOutside } from './picture';
import { installing, joined, read, removeFiles, reportOf, type Reading } from './readers';

beforeAll(() => read(reportOf()), installing);
afterAll(removeFiles);

/** A report that says one text wherever it can. */
function everywhere(text: string): ReportDocument {
	const bars = [{ label: text, value: 3, shown: text }];
	const blocks: Block[] = [
		{ kind: 'heading', text },
		{ kind: 'paragraph', text },
		{ kind: 'facts', facts: [{ label: text, value: text, note: text }] },
		{ kind: 'bars', title: text, bars },
		{ kind: 'columns', title: text, bars },
		{
			kind: 'table',
			title: text,
			columns: [{ label: text }, { label: text, align: 'right' }],
			rows: [[{ text }, { text }]],
		},
	];
	return { title: text, subtitle: text, blocks, footer: text };
}

/** Title, subtitle, heading, paragraph, fact (3), bars (3), columns (3), table (5) and footer. */
const PLACES = 18;

const count = ({ pages }: Reading, part: string) => joined(pages.join('')).split(joined(part)).length - 1;

describe('texts of any kind, wherever a report has texts', () => {
	it.each([
		['parentheses and backslashes', 'a)b((c\\)d\\\\(e', 'a)b((c\\)d\\\\(e'],
		['what would end a text and draw another one', ') Tj ET BT /F1 90 Tf (x', ') Tj ET BT /F1 90 Tf (x'],
		['what would end the content of a page', 'endstream endobj %%EOF', 'endstream endobj %%EOF'],
		['nothing that can be seen', 'nul\u0000esc\u001b[0m', 'nul U+0000 esc U+001B [0m'],
		['ends of lines', 'one\r\ntwo\u2028three\tfour', 'one two three four'],
		['emoji', 'on 🔥 now 👩🏽‍💻❤️', 'on U+1F525 now U+1F469 U+1F3FD U+200D U+1F4BB U+2764'],
		['letters from right to left', 'שלום', 'U+05E9 U+05DC U+05D5 U+05DD'],
		['marks that turn letters round', 'safe\u202egnp.exe', 'safe U+202E gnp.exe'],
		['half characters', 'half \ud83d of it', 'half U+D83D of it'],
		['letters of Western Europe', 'ÀÉÎõüß€Šž “Œuvre” – …', 'ÀÉÎõüß€Šž “Œuvre” – …'],
		['markup', '<script>alert(1)</script> &amp; %PDF', '<script>alert(1)</script> &amp; %PDF'],
	])('show %s', async (_, text, shown) => {
		const reading = await read(everywhere(text));

		expect(count(reading, shown)).toBeGreaterThanOrEqual(PLACES);
	});

	it('are the title of the file and a bookmark as they are, in any writing', async () => {
		const text = 'Łódź 山田 🔥 (1) שלום';

		const { info, bookmarks } = await read(everywhere(text));

		expect(info['Title']).toBe(text);
		expect(bookmarks).toEqual([[text, 1]]);
	});

	it('have all letters of words of 10,000 letters, however many pages that takes', async () => {
		const word = 'x'.repeat(10_000);
		const columns = [{ label: 'A' }, { label: word }, { label: 'B' }];
		const rows = [[{ text: '1' }, { text: word, url: 'https://example.com/' }, { text: '2' }]];
		const blocks: Block[] = [
			{ kind: 'table', title: word, columns, rows },
			{ kind: 'bars', title: word, bars: [{ label: word, value: 1, shown: word }] },
			{ kind: 'facts', facts: [{ label: word, value: word, note: word }] },
			{ kind: 'paragraph', text: word },
			{ kind: 'heading', text: word },
		];

		const reading = await read(reportOf(...blocks));

		expect(reading.pages.length).toBeGreaterThan(20);
		// Heads of tables are drawn again on each page of theirs, so there may be more.
		expect(count(reading, 'x')).toBeGreaterThanOrEqual(11 * 10_000);
		for (const page of [1, Math.ceil(reading.pages.length / 2), reading.pages.length]) {
			expect(inkOutside(await reading.picture(page), 28)).toEqual([]);
		}
	}, 60_000);

	it('that have no room, in a chart of columns or at the edge of a page, end with an ellipsis', async () => {
		const long = 'very long '.repeat(200);
		const bars = [{ label: long, value: 1, shown: long }];

		const reading = await read({ ...everywhere(long), blocks: [{ kind: 'columns', title: 'Days', bars }] });

		expect(count(reading, '…')).toBeGreaterThanOrEqual(3);
		expect(inkOutside(await reading.picture(1), 28)).toEqual([]);
	});
});

describe('reports with little in them', () => {
	it('are one page with the title when there is nothing', async () => {
		const reading = await read({ title: '', subtitle: '', blocks: [], footer: '' });

		expect(reading.pages).toHaveLength(1);
		expect(reading.pages[0]).toContain('Page 1 of 1');
		expect(reading.bookmarks).toEqual([]);
	});

	it('say so where a table or a chart is empty', async () => {
		const columns = [{ label: 'Service' }, { label: 'Incidents', align: 'right' as const }];
		const { pages } = await read(
			reportOf(
				{ kind: 'table', title: 'Services', columns, rows: [] },
				{ kind: 'table', title: 'No columns', columns: [], rows: [] },
				{ kind: 'bars', title: 'People', bars: [] },
				{ kind: 'columns', title: 'Days', bars: [] },
				{ kind: 'facts', facts: [] },
			),
		);

		expect(pages.join('')).toMatch(
			/Services\nService Incidents\nNone\nNo columns\nNone\nPeople\nNone\nDays\nNone\n/,
		);
	});

	it('draw no bars for 0, nor for what is no number', async () => {
		const bars = [0, -5, NaN, Infinity].map((value, at) => ({ label: `L${at}`, value, shown: `S${at}` }));

		const { pages } = await read(
			reportOf({ kind: 'bars', title: 'Bars', bars }, { kind: 'columns', title: 'Columns', bars }),
		);

		expect(pages[0]).toMatch(/Bars\nL0 S0\nL1 S1\nL2 S2\nL3 S3\nColumns\nL0 L1 L2 L3\nS0 S1 S2 S3/);
	});

	it('show cells beyond the heads of a table, and leave out those that a row lacks', async () => {
		const rows = [[{ text: 'one' }], [{ text: 'two' }, { text: 'three' }, { text: 'four' }], []];

		const { pages } = await read(
			reportOf({ kind: 'table', title: 'Odd', columns: [{ label: 'Head' }], rows }),
		);

		expect(pages[0]).toMatch(/Odd\nHead\none\ntwo three four\n/);
	});
});
