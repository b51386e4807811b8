import type { N8nVersion } from '../support/n8nTypes';
import { until } from '../support/until';
import { itemsOf, openStage } from './stage';
import { chain, pagerDuty, trigger } from './workflowParts';

jest.setTimeout(240_000);

describe.each<N8nVersion>(['2.41', '1.123'])('Check Health in n8n %s', (which) => {
	const stage = openStage(which);

	it('knows the webhook subscriptions that workflows of this n8n created, and how they are', async () => {
		const { n8n, sandbox, credentials } = stage;
		const name = 'Page the boss';
		const { id } = await n8n.create(chain(name, [trigger({ events: ['incident.triggered'] })]), credentials);
		await n8n.client.workflows.activate(id);
		await until('it has a subscription', () => sandbox.subscriptions().length === 1);
		const check = async () => {
			const node = pagerDuty('Health', { resource: 'account', operation: 'checkHealth' });
			const [health] = itemsOf(await stage.run([node]), 'Health');
			const lines = health?.checks as Array<Record<string, unknown>>;
			return { status: health?.status, line: lines.find(({ check }) => check === 'webhookSubscriptions') };
		};
		expect(await check()).toMatchObject({ status: 'ok', line: { status: 'ok', count: 1 } });

		sandbox.disableSubscription(sandbox.subscriptions()[0]?.id ?? '');
		const workflow = `${name} (workflow ${id})`;
		expect(await check()).toMatchObject({
			status: 'error',
			line: { status: 'error', not_delivering: [{ workflow }] },
		});
		await n8n.client.workflows.deactivate(id);
	});
});
