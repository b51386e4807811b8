import { monthlyReport } from '../../support/reports/monthly';
import { inkOutside } from './picture';
import { installing, joined, read, removeFiles, type Reading } from './readers';

/** All texts that a report says, by what it is made of. */
function textsOf(): string[] {
	return monthlyReport.blocks.flatMap((block) => {
		switch (block.kind) {
			case 'heading':
			case 'paragraph':
				return [block.text];
			case 'facts':
				return block.facts.flatMap(({ label, value, note = '' }) => [label, value, note]);
			case 'bars':
				return [block.title, ...block.bars.flatMap(({ label, shown }) => [label, shown])];
			case 'columns':
				return [block.title, ...block.bars.map(({ shown }) => shown)];
			case 'table':
				return [
					block.title,
					...block.columns.map(({ label }) => label),
					...block.rows.flat().map(({ text }) => text),
				];
		}
	});
}

/** How texts of the report look whose letters the fonts do not have. */
const SPELLED = {
	'Łukasz Wiśniewski': 'Lukasz Wisniewski',
	'Дмитрий Щербаков': 'Dmitriy Shcherbakov',
	'Ελένη Παπαδοπούλου': 'Eleni Papadopoulou',
	山田太郎: 'U+5C71 U+7530 U+592A U+90CE',
	'🔥 Queue "invoices" is growing: 12,000 messages (≥ 10,000)':
		'U+1F525 Queue "invoices" is growing: 12,000 messages (>= 10,000)',
};
const spelled = (text: string) => new Map(Object.entries(SPELLED)).get(text) ?? text;

describe.each([
	['a4', '595.28 x 841.89 pts (A4)'],
	['letter', '612 x 792 pts (letter)'],
] as const)('a monthly report on %s, read by PDF readers', (paper, size) => {
	let reading: Reading;
	beforeAll(async () => (reading = await read(monthlyReport, { paper })), installing);
	afterAll(removeFiles);

	it('is of that size, and has its title', () => {
		expect(reading.info).toMatchObject({ 'Page size': size, Title: monthlyReport.title, Encrypted: 'no' });
	});

	it('says all that the report says, but for labels of columns that have no room', () => {
		const text = joined(reading.pages.join(''));

		expect(textsOf().length).toBeGreaterThan(300);
		expect(textsOf().filter((each) => !text.includes(joined(spelled(each))))).toEqual([]);
		expect(text).toContain('00:0002:0004:00');
	});

	it('numbers its pages, and has the footer on each and the title above all but the first', () => {
		const { pages } = reading;

		expect(pages.length).toBeGreaterThanOrEqual(4);
		pages.forEach((page, at) => {
			expect(page).toContain(`Page ${at + 1} of ${pages.length}`);
			expect(page).toContain(monthlyReport.footer);
			expect(page).toContain(monthlyReport.title);
		});
		expect(reading.info['Pages']).toBe(String(pages.length));
	});

	it('repeats the head of a table on each page of it', () => {
		const withRows = reading.pages.filter((page) => /^#\d{4} /m.test(page));

		expect(withRows.length).toBeGreaterThanOrEqual(2);
		withRows.forEach((page) => expect(page).toMatch(/Incident Title Service Created Acknowledged/));
	});

	it('has a bookmark for each heading that leads to its page', () => {
		expect(reading.bookmarks.map(([name]) => name)).toEqual(['Overview', 'People', 'Response times']);
		for (const [name, page] of reading.bookmarks) expect(reading.pages[page - 1]).toContain(`${name}\n`);
	});

	it('links each incident to its page in PagerDuty', () => {
		const wanted = Array.from(
			{ length: 46 },
			(_, at) => `https://acme.pagerduty.com/incidents/Q${1044 + at}`,
		);

		expect(reading.links.map((link) => link.split(' ')[1])).toEqual(wanted);
	});

	it('draws nothing into its margins', async () => {
		for (let page = 1; page <= reading.pages.length; page++) {
			expect(inkOutside(await reading.picture(page), 28)).toEqual([]);
		}
	}, 60_000);
});
