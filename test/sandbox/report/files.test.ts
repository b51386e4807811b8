import { deskForTests } from '../../support/operations/desk';

const hostile = `</title><script>alert(1)</script><img src=x onerror="alert(2)">' & "`;
const since = '2026-10-01T00:00:00Z';
const until = '2026-11-01T00:00:00Z';

describe('the files of a report', () => {
	const desk = deskForTests('empty');
	const files = async (options: Record<string, string> = {}, more = {}) => {
		const parameters = { period: 'custom', since, until, files: ['html', 'csv'], options, ...more };
		const { items, error } = await desk.run('report:incidents', parameters);
		const binary = items[0]?.binary ?? {};
		const textOf = (name: string) => Buffer.from(binary[name]?.data ?? '', 'base64').toString('utf8');
		return { items, error, binary, html: textOf('html'), csv: textOf('csv') };
	};
	const add = (title: string, count = 1) =>
		desk.sandbox.addIncidents(count, { title, createdAt: '2026-10-12T09:00:00Z' });

	it('have names that say what they are, and when', async () => {
		const { binary } = await files({ title: 'Étude & Co: Oktober', timeZone: 'UTC' });
		expect(binary.html).toMatchObject({
			fileName: 'etude-co-oktober-2026-10-01.html',
			mimeType: 'text/html',
		});
		expect(binary.csv).toMatchObject({ fileName: 'etude-co-oktober-2026-10-01.csv', mimeType: 'text/csv' });
	});

	it('show hostile text as the text that it is', async () => {
		const [first] = add(hostile, 3);
		const responseTimes = { rules: [{ appliesTo: 'all', acknowledgeWithin: 5 }] };
		const { html } = await files({ title: hostile }, { responseTimes });
		expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
		expect(html).toContain(`#${first?.number} &lt;/title&gt;`);
		expect(html).not.toMatch(/<script|<img|onerror="/);
	});

	it('load nothing from outside and run nothing, except for the logo that was chosen', async () => {
		add('Disk is full', 2);
		const { html } = await files();
		expect(html).toContain('Content-Security-Policy');
		expect(html).toContain('default-src &#39;none&#39;');
		expect(html).not.toMatch(/\ssrc=|<link|@import|url\(|<script|<iframe/);
		const { html: withLogo } = await files({ logoUrl: 'https://www.example.com/logo.png' });
		expect(withLogo).toContain('<img src="https://www.example.com/logo.png"');
		expect(withLogo).toContain('img-src https://www.example.com;');
	});

	it('are refused a logo that is not loaded by https', async () => {
		const { items, error } = await files({ logoUrl: 'javascript:alert(1)' });
		expect(items).toEqual([]);
		expect(error?.message).toMatch(/Logo URL.*https:/);
	});

	it('have every incident in a row of the CSV file, whatever the lists show', async () => {
		add('=1+1', 40);
		const { csv } = await files({}, { rowsPerList: 1 });
		const rows = csv.trimEnd().split('\r\n');
		expect(rows).toHaveLength(41);
		expect(rows[1]).toContain(`,'=1+1,triggered,`);
	});

	it('are not made where none is chosen, and come with the item that they belong to', async () => {
		add('Disk is full');
		expect((await files({}, { files: [] })).items[0]?.binary).toBeUndefined();
		const { items } = await desk.run(
			'report:incidents',
			{ period: 'custom', since: '={{ $json.since }}', until },
			{ items: [{ since }, { since: 'never' }, { since }], onError: 'continueRegularOutput' },
		);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
		expect(items.map(({ binary }) => Object.keys(binary ?? {}))).toEqual([['html'], [], ['html']]);
		expect(items[1]?.json.error).toContain('"Since"');
	});
});
