import { startSandbox, type Sandbox } from '../../../sandbox';

describe('an outage on the page', () => {
	let sandbox: Sandbox;
	beforeEach(async () => {
		sandbox = await startSandbox({ strict: true, seed: 'empty' });
	});
	afterEach(async () => await sandbox.close());

	const rows = async () => {
		const all = (await (await fetch(`${sandbox.url}/_sandbox/page`)).json()) as Record<
			string,
			Array<{ html: string }>
		>;
		return (name: string) => (all[name] ?? []).map(({ html }) => html).join('\n');
	};

	it('begins with a button, and then shows how far it is and one that stops it', async () => {
		const page = await (await fetch(sandbox.url)).text();
		expect(page).toMatch(/data-post="\/outage"[\s\S]*name="speed"[\s\S]*Play an Outage/);
		sandbox.outage.play({ speed: 1 });
		await sandbox.advance(30_000);
		const outage = (await rows())('outage');
		expect(outage).toContain('data-post="/outage/stop"');
		expect(outage).not.toContain('Play an Outage');
		expect(outage.match(/<li class="done"/g)).toHaveLength(2);
	});

	it('colours its service, and shows alerts, notes and who is on call', async () => {
		const service = async () =>
			(await rows())('services')
				.split('<article')
				.find((row) => row.includes('Checkout API'));
		expect(await service()).toContain('class="row active"');
		expect(await service()).toMatch(/1\. Maya Lindqvist[\s\S]*2\. [\s\S]*Tomás Herrera[\s\S]*3\. Rachel Kim/);
		sandbox.outage.play({ speed: 1 });
		await sandbox.advance(60_000);
		expect(await service()).toContain('class="row critical"');
		const open = (await rows())('open');
		expect(open).toContain('Connection pool of checkout is full');
		await sandbox.advance(80_000);
		expect(await service()).toContain('class="row warning"');
		expect((await rows())('open')).toContain('One order in fourteen fails');
		await sandbox.advance(240_000);
		expect(await service()).toContain('class="row active"');
	});

	it('shows the details of an incident, escaped, with addresses that can be clicked', async () => {
		const details =
			'Approve or decline: https://n8n.example.com/a?b=1&c=2\n\n<img src=x> javascript:alert(1)';
		sandbox.trigger({ details });
		const open = (await rows())('open');
		expect(open).toContain('href="https://n8n.example.com/a?b=1&amp;c=2" target="_blank" rel="noreferrer"');
		expect(open).toContain('&lt;img src=x&gt; javascript:alert(1)');
		expect(open.match(/href/g)).toHaveLength(1);
	});

	it('escapes what alerts say', async () => {
		const { id } = sandbox.trigger();
		sandbox.alert(id, { key: 'k', summary: '<img src=x onerror=alert(1)>' });
		const open = (await rows())('open');
		expect(open).toContain('&lt;img src=x');
		expect(open).not.toContain('<img');
	});
});
