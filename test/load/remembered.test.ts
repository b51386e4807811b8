import { startSandbox, type Sandbox } from '../../sandbox';
import { mapConcurrent } from '../../nodes/PagerDuty/engine/mapConcurrent';
import { chain, trigger } from '../e2e/workflowParts';
import { ownN8n, untilServed, type N8n } from '../support/n8n';
import type { WorkflowNode } from '../support/n8nTypes';
import { deliver, eventBody } from '../support/signedDelivery';
import { until } from '../support/until';
import { ExecutionReader } from './executions';

jest.setTimeout(300_000);

const after: WorkflowNode = {
	name: 'After',
	type: 'n8n-nodes-base.noOp',
	typeVersion: 1,
	position: [200, 0],
	parameters: {},
};

let sandbox: Sandbox;
let n8n: N8n | undefined;
let executions: ExecutionReader | undefined;

beforeEach(async () => void (sandbox = await startSandbox({ strict: true })));
afterEach(async () => {
	executions?.close();
	await n8n?.stop();
	await sandbox.close();
});

/** A live workflow, and how to send it a signed event. Each attempt has an X-Webhook-Id of its own. */
async function live(running: N8n) {
	const workflow = chain('Remembers', [trigger({ events: ['incident.triggered'] }), after]);
	const { id } = await running.create(workflow, await running.connect(sandbox));
	await running.client.workflows.activate(id);
	await until('one subscription', () => sandbox.subscriptions().length === 1);
	const [subscription] = sandbox.subscriptions();
	const url = String(subscription?.url);
	await untilServed(url);
	const secret = String(subscription?.secrets[0]);
	return { id, url, send: async (body: string) => (await deliver(url, body, { secret })).status };
}

describe('an event that is sent again after 400 others and a restart', () => {
	it.each(['2.41', '1.123'] as const)(
		'reaches nothing that follows the trigger, in n8n %s',
		async (which) => {
			const began = Date.now() - 3_600_000;
			n8n = await ownN8n({ which, env: { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' } });
			executions = new ExecutionReader(n8n.host.userFolder);
			const { id, url, send } = await live(n8n);
			// Each occurs after the one before: those that occurred first are the first that static data forgets.
			const bodies = Array.from({ length: 401 }, (_, second) =>
				eventBody({ occurred_at: new Date(began + second * 1_000).toISOString() }),
			);
			const [once, ...others] = bodies;
			expect(await send(String(once))).toBe(200);
			const answers = await mapConcurrent(others, 10, async (body) => await send(body));
			expect(new Set(answers)).toEqual(new Set([200]));
			await until('all are over', () => executions?.ended(id) === 401, 60_000);
			await n8n.host.restart();
			await untilServed(url);
			const last = eventBody();
			for (const body of [once, others[0], last]) expect(await send(String(body))).toBe(200);
			await until('all are over', () => executions?.ended(id) === 404, 60_000);
			await until(
				'all are written',
				() => executions?.of(id).every(({ isWhole }) => isWhole) === true,
				60_000,
			);
			const passed = executions.of(id).filter(({ ran }) => ran.includes('After'));
			expect(new Set(passed.map(({ eventId }) => eventId)).size).toBe(402);
			expect(passed).toHaveLength(402);
		},
	);
});
