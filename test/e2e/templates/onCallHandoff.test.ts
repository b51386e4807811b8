import { idNamed } from '../../support/idNamed';
import type { N8nVersion, StoredWorkflow } from '../../support/n8nTypes';
import { preloading } from '../../support/preloading';
import { until } from '../../support/until';
import { openStage } from '../stage';

jest.setTimeout(240_000);

const day = 86_400_000;

describe.each<N8nVersion>(['2.41', '1.123'])('workflows/on-call-handoff.json in n8n %s', (which) => {
	const stage = openStage(which, { env: preloading('e2e/timePasses.mjs') });

	let workflow: StoredWorkflow;
	afterEach(async () => {
		stage.sandbox.recover();
		await stage.n8n.client.workflows.deactivate(workflow.id);
	});

	const triggered = (service: string, title: string) =>
		stage.sandbox.trigger({ serviceId: idNamed(stage.sandbox.services(), service), title });
	const texts = () => stage.sandbox.inbox.messages().map(({ text }) => text);
	/** A minute passes, and the workflow asks who is on call. */
	async function minutePasses(): Promise<void> {
		const asked = () => stage.sandbox.requests().filter(({ path }) => path.startsWith('/oncalls')).length;
		const before = asked();
		process.kill(stage.n8n.host.pid, 'SIGUSR2');
		await until('PagerDuty is asked', () => asked() > before);
	}

	it('briefs those who come on, schedule by schedule, and says what it could not read', async () => {
		const { n8n, sandbox } = stage;
		const ours = triggered('Checkout API', 'Basket <!here> is empty');
		const theirs = triggered('Warehouse Sync', 'Stock is stale');
		const noise = { title: 'Disk almost full', serviceId: idNamed(sandbox.services(), 'Identity & Login') };
		sandbox.addIncidents(40, { ...noise, status: 'resolved' });

		workflow = await n8n.importTemplate('on-call-handoff.json', stage.credentials, sandbox);
		await n8n.client.workflows.activate(workflow.id);
		// To the next midnight in UTC, when a turn ends in all rotations that go around the clock.
		await sandbox.advance(day - (Date.now() % day) + 60_000);
		sandbox.fail({ path: '/maintenance_windows', kind: 'status', status: 403, times: 9 });
		await minutePasses();
		const [execution] = await n8n.client.executions.ofWorkflow(workflow.id, 1, 60_000);
		expect(execution?.data.resultData.error?.message).toBeUndefined();

		const messages = texts();
		const about = (name: string) =>
			String(messages.find((text) => text.startsWith(`On-call handoff: ${name}\n`)));
		expect(messages.length).toBeGreaterThanOrEqual(2);
		const storefront = about('Storefront Rotation');
		expect(storefront).toContain(`- #${ours.number} Basket ‹!here> is empty (triggered, Checkout API)`);
		expect(storefront).not.toContain(`#${theirs.number}`);
		const platform = about('Platform Rotation');
		expect(platform).toMatch(/The last 7 days: 4\d incidents\nNoisiest services: Identity & Login \(4\d\)/);
		expect(platform).toContain('Noisiest titles:\n- 40 × Disk almost full\n');
		for (const text of [storefront, platform])
			expect(text).toMatch(/Maintenance now and to come:\nThese could not be read\./);
		expect(platform + storefront).not.toMatch(/undefined|null|\[object/);
		expect(storefront).toMatch(/Comes on: \w.+\nLeaves: \w.+\nOn call now: \w/);

		const newcomer = /Comes on: (.+)/.exec(storefront)?.[1];
		const address = sandbox.users().find(({ name }) => name === newcomer)?.email;
		const mails = sandbox.inbox.mails().filter(({ to }) => to.includes(String(address)));
		expect(mails.map(({ subject }) => subject)).toContain('On-call handoff: Storefront Rotation');
		expect(mails.map(({ text }) => text.trim())).toContain(storefront.trim());

		// Nothing is new. If it took the same handoffs again, it would have begun to before the next ones.
		await minutePasses();
		await sandbox.advance(day);
		await minutePasses();
		const next = `Leaves: ${newcomer}\n`;
		await until('they are relieved', () => texts().some((text) => text.includes(next)), 60_000);
		expect(await n8n.client.executions.list(workflow.id)).toHaveLength(2);
		await n8n.client.executions.ofWorkflow(workflow.id, 2, 60_000);
	});

	it('tells the chat whom it could not mail, and goes on with the next schedule', async () => {
		const { n8n, sandbox } = stage;
		sandbox.inbox.clear();
		const data = { host: '127.0.0.1', port: 1, secure: false, disableStartTls: true };
		const { id: smtp } = await n8n.client.credentials.create({ name: 'Nobody listens', type: 'smtp', data });
		const credentials = { ...stage.credentials, smtp };
		workflow = await n8n.importTemplate('on-call-handoff.json', credentials, sandbox);
		await n8n.client.workflows.activate(workflow.id);
		await sandbox.advance(day);
		await minutePasses();
		const [execution] = await n8n.client.executions.ofWorkflow(workflow.id, 1, 60_000);
		expect(execution?.data.resultData.error?.message).toBeUndefined();

		for (const name of ['Storefront Rotation', 'Platform Rotation']) {
			const told = texts().filter((text) => text.startsWith(`On-call handoff: ${name}`));
			const briefings = told.filter((text) => text.includes('\nComes on: '));
			expect(briefings.length).toBeGreaterThan(0);
			expect(told.filter((text) => !briefings.includes(text))).toEqual(
				briefings.map(() => expect.stringMatching(/: the mail to \w.* was not sent\. .*ECONNREFUSED/)),
			);
		}
		expect(sandbox.inbox.mails()).toEqual([]);
	});
});
