import { sandboxKeys } from '../../sandbox';
import { untilServed } from '../support/n8n';
import { deliver, eventBody } from '../support/signedDelivery';
import { until } from '../support/until';
import { itemsOf, openStage } from './stage';
import { chain, locator, pagerDuty, trigger } from './workflowParts';

jest.setTimeout(240_000);

const stage = openStage('1.123');

const onIncident = (name: string, operation: string, more = {}) =>
	pagerDuty(name, {
		resource: 'incident',
		operation,
		incidentId: locator('={{ $("Open").item.json.id }}'),
		...more,
	});

describe('n8n 1.123', () => {
	it('takes an incident from its opening to its end', async () => {
		const execution = await stage.run([
			pagerDuty('Open', {
				resource: 'incident',
				operation: 'create',
				serviceId: locator(String(stage.sandbox.services()[0]?.id)),
				title: 'Refunds are slow',
				additionalFields: { urgency: 'low' },
			}),
			onIncident('Note', 'create', { resource: 'incidentNote', content: 'Looking' }),
			onIncident('Acknowledge', 'acknowledge'),
			onIncident('Resolve', 'resolve', { resolution: 'Queue restarted' }),
			onIncident('Get', 'get'),
		]);
		expect(execution.status).toBe('success');
		expect(itemsOf(execution, 'Open')).toMatchObject([{ title: 'Refunds are slow', status: 'triggered' }]);
		expect(itemsOf(execution, 'Note')).toMatchObject([{ content: 'Looking' }]);
		expect(itemsOf(execution, 'Acknowledge')).toMatchObject([{ status: 'acknowledged' }]);
		expect(itemsOf(execution, 'Resolve')).toMatchObject([{ status: 'resolved' }]);
		expect(itemsOf(execution, 'Get')).toMatchObject([
			{ title: 'Refunds are slow', urgency: 'low', status: 'resolved' },
		]);
		const opened = stage.sandbox.incidents().filter(({ title }) => title === 'Refunds are slow');
		expect(opened).toMatchObject([{ status: 'resolved' }]);
	});

	it('subscribes, starts one execution for a signed event and none for a forged one, and unsubscribes', async () => {
		const node = trigger({ events: ['incident.triggered'] });
		const workflow = await stage.n8n.create(chain('legacy trigger', [node]), stage.credentials);
		await stage.n8n.client.workflows.activate(workflow.id);
		await until('one subscription', () => stage.sandbox.subscriptions().length === 1);
		const url = String(stage.sandbox.subscriptions()[0]?.url);
		await untilServed(url);
		const forged = await deliver(url, eventBody(), { secret: 'a wrong secret' });
		expect(forged.status).toBe(401);

		const incident = stage.sandbox.trigger({ title: 'Checkout is down' });
		const [ended] = await stage.n8n.client.executions.ofWorkflow(workflow.id, 1);
		expect(ended && itemsOf(ended, node.name)).toMatchObject([
			{ event_type: 'incident.triggered', data: { id: incident.id, title: 'Checkout is down' } },
		]);
		await stage.sandbox.settled();
		expect(stage.sandbox.deliveries().map(({ status }) => status)).toEqual([200]);
		expect(await stage.n8n.client.executions.list(workflow.id)).toHaveLength(1);

		await stage.n8n.client.workflows.deactivate(workflow.id);
		await until('no subscription', () => stage.sandbox.subscriptions().length === 0);
	});

	it('never activates a trigger that it would not answer: a node without a webhook ID, with a space in its name', async () => {
		const { webhookId: _, ...node } = trigger({ events: ['incident.triggered'] });
		const deaf = await stage.n8n.create(chain('deaf', [node]), stage.credentials);
		await expect(stage.n8n.client.workflows.activate(deaf.id)).rejects.toThrow(
			/n8n would not answer at the address of this trigger.*add it again.*or rename it/,
		);
		expect(stage.sandbox.subscriptions()).toEqual([]);

		const named = chain('named', [{ ...node, name: 'PagerDutyTrigger' }]);
		const hearing = await stage.n8n.create(named, stage.credentials);
		await stage.n8n.client.workflows.activate(hearing.id);
		await untilServed(String(stage.sandbox.subscriptions()[0]?.url));
		stage.sandbox.trigger({ title: 'Heard' });
		await stage.n8n.client.executions.ofWorkflow(hearing.id, 1);
		await stage.n8n.client.workflows.deactivate(hearing.id);
		await until('no subscription', () => stage.sandbox.subscriptions().length === 0);
	});

	it('sends a failed item to the error output with its input, and the others on', async () => {
		const known = stage.sandbox.trigger({ title: 'Known' });
		const pick = {
			name: 'Pick',
			type: 'n8n-nodes-base.code',
			typeVersion: 2,
			position: [0, 0] as [number, number],
			parameters: {
				jsCode: `return [{ json: { pick: '${known.id}' } }, { json: { pick: 'QNOSUCHID12345' } }]`,
			},
		};
		const get = pagerDuty(
			'Get',
			{ resource: 'incident', operation: 'get', incidentId: locator('={{ $json.pick }}') },
			{ onError: 'continueErrorOutput' },
		);
		const execution = await stage.run([pick, get]);
		const [found, failed] = execution.data.resultData.runData.Get?.[0]?.data?.main ?? [];
		expect(found?.map(({ json }) => json)).toMatchObject([{ id: known.id }]);
		expect(failed?.map(({ json }) => json)).toMatchObject([
			{
				pick: 'QNOSUCHID12345',
				error: 'Incident Not Found',
				message: expect.stringContaining('Check the ID') as string,
			},
		]);
	});

	it('tests a stored token credential as its owner sees it, with the key hidden', async () => {
		const id = String(stage.credentials.pagerDutyTokenApi);
		const { name, type, data } = await stage.n8n.client.credentials.get(id);
		expect(JSON.stringify(data)).not.toContain(sandboxKeys.account);
		const result = await stage.n8n.client.credentials.test({ id, name, type, data });
		expect(result).toMatchObject({ status: 'OK', message: expect.stringContaining('harborline') });
		expect(result.message).not.toContain(sandboxKeys.account);
	});
});
