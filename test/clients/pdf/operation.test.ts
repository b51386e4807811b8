import { openDesk, type Desk } from '../../support/operations/desk';
import { installing, joined, readFileOf, removeFiles } from './readers';

jest.setTimeout(installing);

describe('the PDF file that Report > Incidents gives', () => {
	let desk: Desk;
	beforeAll(async () => {
		desk = await openDesk();
	});
	afterAll(async () => {
		await desk?.sandbox.close();
		await removeFiles();
	});

	/** The files of a report over the last month. */
	async function filesFor(paper?: string) {
		const { error, items } = await desk.run('report:incidents', {
			period: 'custom',
			since: new Date(Date.now() - 30 * 86_400_000).toISOString(),
			until: new Date().toISOString(),
			responseTimes: { rules: [{ appliesTo: 'all', acknowledgeWithin: 5 }] },
			files: ['html', 'pdf'],
			options: { title: 'Harborline in November', ...(paper === undefined ? {} : { paper }) },
		});
		expect(error).toBeUndefined();
		const content = (name: string) => Buffer.from(String(items[0]?.binary?.[name]?.data), 'base64');
		return {
			html: content('html').toString().replaceAll('&amp;', '&'),
			pdf: content('pdf'),
			file: items[0]?.binary?.pdf,
		};
	}

	it('says under the same titles what the HTML file says', async () => {
		const { html, pdf, file } = await filesFor();
		expect(file).toMatchObject({ mimeType: 'application/pdf', fileName: expect.stringMatching(/\.pdf$/) });
		const { pages, info } = await readFileOf(pdf);
		expect(info).toMatchObject({
			Title: 'Harborline in November',
			'Page size': expect.stringContaining('A4'),
		});
		const titles = [...html.matchAll(/<h[1-4][^>]*>([^<]+)</g)].map(([, title = '']) => title);
		expect(titles.length).toBeGreaterThan(5);
		const text = joined(pages.join(' '));
		expect(titles.filter((title) => !text.includes(joined(title)))).toEqual([]);
		for (const { name } of desk.sandbox.services())
			expect(text.includes(joined(name))).toBe(html.includes(name));
	});

	it('is as large as the paper that was chosen', async () => {
		const { pdf } = await filesFor('letter');
		expect((await readFileOf(pdf)).info['Page size']).toContain('letter');
	});
});
