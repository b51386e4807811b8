import { startSandbox, type Sandbox } from '../../../sandbox';
import { chain, trigger } from '../../e2e/workflowParts';
import { subscribe } from '../../sandbox/stand-in/subscriber';
import { ownN8n, untilServed, type N8n } from '../../support/n8n';
import type { WorkflowNode } from '../../support/n8nTypes';
import { until } from '../../support/until';
import { ExecutionReader } from '../executions';
import { eventsOfALife, happen } from './account';

/** A workflow that events of one service start. */
export interface Rival {
	readonly workflowId: string;
	readonly serviceId: string;
}

/** Versions of n8n's Webhook node. */
export type WebhookVersion = 1 | 2;

/** Our trigger and n8n's own Webhook node in one n8n, with the same node after them, and one stand-in that sends to all. */
export interface Rivals {
	readonly ours: Rival;
	readonly webhookNodes: ReadonlyMap<WebhookVersion, Rival>;
	readonly n8n: N8n;
	readonly sandbox: Sandbox;
	readonly executions: ExecutionReader;
	/** Lets so many events happen, and waits until all their executions have ended. @returns milliseconds */
	round(rival: Rival, count: number): Promise<number>;
	close(): Promise<void>;
}

interface Course {
	/** Settings of n8n. */
	readonly env?: Record<string, string>;
	/** Enough to keep n8n busy, and no more than it answers in time. */
	readonly deliveriesAtOnce?: number;
	readonly webhookVersions?: readonly WebhookVersion[];
}

export async function openRivals({
	env,
	deliveriesAtOnce = 20,
	webhookVersions = [2],
}: Course = {}): Promise<Rivals> {
	const sandbox = await startSandbox({ strict: true, seed: 'empty', settings: { deliveriesAtOnce } });
	const n8n = await ownN8n({ env });
	const executions = new ExecutionReader(n8n.host.userFolder);
	const [first, ...more] = sandbox.services().map(({ id }) => id);
	if (first === undefined || more.length < webhookVersions.length)
		throw new Error('The sandbox has not enough services');
	const ours = { serviceId: first, workflowId: await activateOurs(n8n, sandbox, first) };
	const webhookNodes = new Map<WebhookVersion, Rival>();
	for (const [index, version] of webhookVersions.entries()) {
		const serviceId = String(more[index]);
		const workflowId = await activateWebhookNode(n8n, sandbox, serviceId, version);
		webhookNodes.set(version, { serviceId, workflowId });
	}
	return {
		ours,
		webhookNodes,
		n8n,
		sandbox,
		executions,
		async round({ workflowId, serviceId }, count) {
			const all = executions.ended(workflowId) + count;
			const started = Date.now();
			happen(sandbox, count / eventsOfALife.length, serviceId);
			await sandbox.settled();
			await until(`${count} executions`, () => executions.ended(workflowId) >= all, 60_000);
			return Date.now() - started;
		},
		async close() {
			executions.close();
			await n8n.stop();
			await sandbox.close();
		},
	};
}

const after: WorkflowNode = {
	name: 'After',
	type: 'n8n-nodes-base.noOp',
	typeVersion: 1,
	position: [200, 0],
	parameters: {},
};

async function activateOurs(n8n: N8n, sandbox: Sandbox, serviceId: string): Promise<string> {
	const node = trigger({ events: eventsOfALife, scope: 'service', serviceIds: [serviceId] });
	const workflow = await n8n.create(chain('Ours', [node, after]), await n8n.connect(sandbox));
	await n8n.client.workflows.activate(workflow.id);
	await until('our subscription', () => sandbox.subscriptions().length === 1);
	await untilServed(String(sandbox.subscriptions()[0]?.url));
	return workflow.id;
}

async function activateWebhookNode(
	n8n: N8n,
	sandbox: Sandbox,
	serviceId: string,
	typeVersion: number,
): Promise<string> {
	const path = crypto.randomUUID();
	const node: WorkflowNode = {
		name: 'Webhook',
		type: 'n8n-nodes-base.webhook',
		typeVersion,
		position: [0, 0],
		parameters: { httpMethod: 'POST', path, responseMode: 'onReceived' },
		webhookId: path,
	};
	const workflow = await n8n.create(chain("n8n's Webhook node", [node, after]));
	await n8n.client.workflows.activate(workflow.id);
	const url = `${n8n.host.url}/webhook/${path}`;
	await until('the Webhook node', async () => (await fetch(url, { method: 'POST' })).status === 200);
	const filter = { type: 'service_reference', id: serviceId };
	expect((await subscribe(sandbox, url, { events: eventsOfALife, filter })).status).toBe(200);
	return workflow.id;
}
