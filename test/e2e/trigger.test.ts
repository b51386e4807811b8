import { createHmac } from 'node:crypto';

import { startSandbox, type Sandbox } from '../../sandbox';
import { sharedN8n, untilServed, type CredentialIds, type N8n } from '../support/n8n';
import { until } from '../support/until';
import { chain, trigger } from './workflowParts';

jest.setTimeout(240_000);

let n8n: N8n;
let sandbox: Sandbox;
let credentials: CredentialIds;

beforeAll(async () => {
	sandbox = await startSandbox({ strict: true });
	n8n = await sharedN8n();
	credentials = await n8n.connect(sandbox);
});
afterEach(async () => {
	await n8n.cleanUp();
	sandbox.reset();
	credentials = await n8n.connect(sandbox);
});
afterAll(async () => {
	await n8n?.cleanUp();
	await sandbox?.close();
});

async function activated(parameters: Record<string, unknown>, name = 'trigger') {
	const workflow = await n8n.create(chain(name, [trigger(parameters)]), credentials);
	await n8n.client.workflows.activate(workflow.id);
	return workflow;
}

const subscribed = async (count: number) =>
	await until(`${count} subscriptions`, () => sandbox.subscriptions().length === count);

const executions = async (workflowId: string) => await n8n.client.executions.list(workflowId);

/** What the trigger gave in each execution. */
async function given(workflowId: string, count: number) {
	const ended = await n8n.client.executions.ofWorkflow(workflowId, count);
	return ended.map(
		({ data }) =>
			data.resultData.runData['PagerDuty Trigger']?.[0]?.data?.main[0]?.[0]?.json as Record<string, unknown>,
	);
}

describe('PagerDuty Trigger in a real n8n', () => {
	it('subscribes on activation, starts one execution for each signed event, and unsubscribes on deactivation', async () => {
		const workflow = await activated(
			{ events: ['incident.triggered', 'incident.resolved'] },
			'On-call helper',
		);
		await subscribed(1);
		const [subscription] = sandbox.subscriptions();
		expect(subscription).toMatchObject({
			filter: { type: 'account_reference' },
			events: ['incident.triggered', 'incident.resolved'],
		});
		expect(subscription?.description).toContain('On-call helper');

		const incident = sandbox.trigger({ title: 'Checkout is down' });
		sandbox.acknowledge(incident.id);
		sandbox.resolve(incident.id);
		const events = await given(workflow.id, 2);
		expect(events.map(({ event_type }) => event_type)).toEqual(['incident.triggered', 'incident.resolved']);
		expect(events[0]).toMatchObject({
			resource_type: 'incident',
			data: { id: incident.id, title: 'Checkout is down' },
		});
		await sandbox.settled();
		expect(sandbox.deliveries().every(({ status }) => status === 200)).toBe(true);
		expect(await executions(workflow.id)).toHaveLength(2);

		await n8n.client.workflows.deactivate(workflow.id);
		await subscribed(0);
	});

	it('makes and removes one subscription for each chosen service, and hears of no other service', async () => {
		const [one, two, other] = sandbox.services().map(({ id }) => id);
		const workflow = await activated({
			events: ['incident.triggered'],
			scope: 'service',
			serviceIds: [one, two],
		});
		await subscribed(2);
		expect(sandbox.subscriptions().map(({ filter }) => filter)).toEqual([
			{ type: 'service_reference', id: one },
			{ type: 'service_reference', id: two },
		]);
		for (const serviceId of [one, other, two]) sandbox.trigger({ serviceId });
		await sandbox.settled();
		const events = await given(workflow.id, 2);
		const services = events.map(({ data }) => (data as { service: { id: string } }).service.id);
		expect(services.sort()).toEqual([one, two].sort());
		await n8n.client.workflows.deactivate(workflow.id);
		await subscribed(0);
	});

	it('answers a forged, an unsigned and a changed delivery with 401 and starts nothing', async () => {
		const workflow = await activated({ events: ['incident.triggered'] });
		await subscribed(1);
		const [subscription] = sandbox.subscriptions();
		const url = String(subscription?.url);
		await untilServed(url);
		const body = JSON.stringify({
			event: {
				id: '01FORGED',
				event_type: 'incident.triggered',
				resource_type: 'incident',
				data: { type: 'incident' },
			},
		});
		const signature = (secret: string, text = body) =>
			`v1=${createHmac('sha256', secret).update(text).digest('hex')}`;
		const post = async (headers: Record<string, string>, text = body) =>
			(
				await fetch(url, {
					method: 'POST',
					body: text,
					headers: { 'Content-Type': 'application/json', ...headers },
				})
			).status;
		expect(await post({ 'X-PagerDuty-Signature': signature('a wrong secret') })).toBe(401);
		expect(await post({})).toBe(401);
		const genuine = signature(String(subscription?.secrets[0]));
		expect(await post({ 'X-PagerDuty-Signature': genuine }, body.replace('FORGED', 'CHANGED'))).toBe(401);
		expect(await executions(workflow.id)).toHaveLength(0);
		expect(await post({ 'X-PagerDuty-Signature': genuine, 'X-Webhook-Id': 'once' })).toBe(200);
		expect(await post({ 'X-PagerDuty-Signature': genuine, 'X-Webhook-Id': 'once' })).toBe(200);
		await n8n.client.executions.ofWorkflow(workflow.id, 1);
		expect(await executions(workflow.id)).toHaveLength(1);
	});

	it('takes events of a webhook set up by hand, with the old and the new secret of a rotation', async () => {
		const { id } = await n8n.client.credentials.create({
			name: 'By hand',
			type: 'pagerDutyWebhookApi',
			data: { signingSecrets: 'old-secret\nnew-secret' },
		});
		const node = trigger({ events: ['incident.triggered'], subscription: 'manual' });
		const workflow = await n8n.create(chain('by hand', [node]), { ...credentials, pagerDutyWebhookApi: id });
		await n8n.client.workflows.activate(workflow.id);
		expect(sandbox.subscriptions()).toHaveLength(0);
		const url = `${n8n.host.url}/webhook/${String(node.webhookId)}/webhook`;
		await untilServed(url);
		for (const secret of ['old-secret', 'new-secret']) {
			const body = JSON.stringify({
				event: { id: secret, event_type: 'incident.triggered', resource_type: 'incident', data: {} },
			});
			const signature = `v1=${createHmac('sha256', secret).update(body).digest('hex')}`;
			const answer = await fetch(url, {
				method: 'POST',
				body,
				headers: { 'X-PagerDuty-Signature': signature, 'X-Webhook-Id': secret },
			});
			expect(answer.status).toBe(200);
		}
		expect(await given(workflow.id, 2)).toMatchObject([{ id: 'old-secret' }, { id: 'new-secret' }]);
	});

	it('leaves the live subscription alone while a person tests the workflow in the editor', async () => {
		const workflow = await activated({ events: ['incident.triggered'] });
		await subscribed(1);
		const [live] = sandbox.subscriptions();
		await n8n.client.workflows.run(workflow.id, 'PagerDuty Trigger');
		await subscribed(2);
		expect(sandbox.subscriptions()).toContainEqual(expect.objectContaining({ id: live?.id, active: true }));
		sandbox.trigger({ title: 'While testing' });
		await sandbox.settled();
		await n8n.client.executions.ofWorkflow(workflow.id, 2);
		const modes = (await executions(workflow.id)).map(({ mode }) => mode).sort();
		expect(modes).toEqual(['manual', 'webhook']);
		await subscribed(1);
		expect(sandbox.subscriptions().map(({ id }) => id)).toEqual([live?.id]);
	});
});
