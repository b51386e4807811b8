import type { N8nVersion } from '../../support/n8nTypes';
import { preloading } from '../../support/preloading';
import { openStage } from '../stage';

jest.setTimeout(240_000);

const versions: N8nVersion[] = ['2.41', '1.123'];
const hour = 3_600_000;

describe.each(versions)('workflows/on-call-handoff.json in n8n %s', (which) => {
	const stage = openStage(which, { env: preloading('e2e/timePasses.mjs') });

	it('briefs those who come on, schedule by schedule, and says what it could not read', async () => {
		const { n8n, sandbox } = stage;
		const service = (name: string) => sandbox.services().find((one) => one.name === name)?.id;
		const ours = sandbox.trigger({ serviceId: service('Checkout API'), title: 'Basket <!here> is empty' });
		const theirs = sandbox.trigger({ serviceId: service('Warehouse Sync'), title: 'Stock is stale' });
		const noise = { title: 'Disk almost full', serviceId: service('Identity & Login') };
		sandbox.addIncidents(40, { ...noise, status: 'resolved' });

		const workflow = await n8n.importTemplate('on-call-handoff.json', stage.credentials, sandbox);
		await n8n.client.workflows.activate(workflow.id);
		// To the next midnight in UTC, when a turn ends in all rotations that go around the clock.
		await sandbox.advance(24 * hour - (Date.now() % (24 * hour)) + 60_000);
		sandbox.fail({ path: '/maintenance_windows', kind: 'status', status: 403 });
		process.kill(n8n.host.pid, 'SIGUSR2');
		const [execution] = await n8n.client.executions.ofWorkflow(workflow.id, 1, 60_000);
		expect(execution?.data.resultData.error?.message).toBeUndefined();

		const messages = sandbox.inbox.messages().map(({ text }) => text);
		const about = (name: string) =>
			String(messages.find((text) => text.startsWith(`On-call handoff: ${name}\n`)));
		expect(messages.length).toBeGreaterThanOrEqual(2);
		const storefront = about('Storefront Rotation');
		expect(storefront).toContain(`- #${ours.number} Basket ‹!here> is empty (triggered, Checkout API)`);
		expect(storefront).not.toContain(`#${theirs.number}`);
		const platform = about('Platform Rotation');
		expect(platform).toMatch(/The last 7 days: 4\d incidents\nNoisiest services: Identity & Login \(4\d\)/);
		expect(platform).toContain('Noisiest titles:\n- 40 × Disk almost full\n');
		expect([storefront, platform].join()).toMatch(/Maintenance now and to come:\nThese could not be read\./);
		expect(platform + storefront).not.toMatch(/undefined|null|\[object/);
		expect(storefront).toMatch(/Comes on: \w.+\nLeaves: \w.+\nOn call now: \w/);

		const newcomer = /Comes on: (.+)/.exec(storefront)?.[1];
		const address = sandbox.users().find(({ name }) => name === newcomer)?.email;
		const mails = sandbox.inbox.mails().filter(({ to }) => to.includes(String(address)));
		expect(mails.map(({ subject }) => subject)).toContain('On-call handoff: Storefront Rotation');
		expect(mails.map(({ text }) => text.trim())).toContain(storefront.trim());

		process.kill(n8n.host.pid, 'SIGUSR2');
		await sandbox.settled();
		expect(sandbox.inbox.messages()).toHaveLength(messages.length);
		await n8n.client.workflows.deactivate(workflow.id);
	});
});
