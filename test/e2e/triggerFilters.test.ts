import { until } from '../support/until';
import { openStage } from './stage';
import { chain, trigger } from './workflowParts';

jest.setTimeout(240_000);

const stage = openStage();
let active = '';
afterEach(async () => {
	await stage.n8n.client.workflows.deactivate(active);
	stage.sandbox.reset();
});

/** A workflow that PagerDuty sends its events to. */
async function activated(parameters: Record<string, unknown>) {
	const { n8n, sandbox, credentials } = stage;
	const { id } = await n8n.create(chain('trigger', [trigger(parameters)]), credentials);
	active = id;
	await n8n.client.workflows.activate(id);
	await until('a subscription', () => sandbox.subscriptions().length === 1);
	return id;
}

/** What the trigger gave in each execution. */
async function given(workflowId: string, count: number) {
	const ended = await stage.n8n.client.executions.ofWorkflow(workflowId, count);
	return ended.map(({ data }) => data.resultData.runData['PagerDuty Trigger']?.[0]?.data?.main[0]?.[0]?.json);
}

describe('PagerDuty Trigger in a real n8n', () => {
	it('starts the workflow for what meets the filters, and adds to the output what was chosen', async () => {
		const { sandbox } = stage;
		const workflowId = await activated({
			events: ['incident.triggered', 'incident.annotated'],
			filters: { titleMatches: '^check(out|in)\\b', urgency: 'high' },
			options: { addToOutput: ['incident', 'notes'] },
		});
		sandbox.note(sandbox.trigger({ title: 'Disk is full', urgency: 'high' }).id, 'Looking into it');
		sandbox.note(sandbox.trigger({ title: 'Checkout is slow', urgency: 'low' }).id, 'Looking into it');
		const { id } = sandbox.trigger({ title: 'Checkout is down', urgency: 'high' });
		sandbox.note(id, 'Found it');
		const events = await given(workflowId, 2);
		await sandbox.settled();
		expect(await stage.n8n.client.executions.list(workflowId)).toHaveLength(2);
		expect(events).toMatchObject([
			{ event_type: 'incident.triggered', incident: { id, incident_number: expect.any(Number) } },
			{
				event_type: 'incident.annotated',
				incident: { id, urgency: 'high' },
				notes: [expect.objectContaining({ content: 'Found it' })],
			},
		]);
		expect(sandbox.deliveries().every(({ status }) => status === 200)).toBe(true);
	});

	it('starts the workflow although PagerDuty gives nothing to add, and says so', async () => {
		const { sandbox } = stage;
		const workflowId = await activated({
			filters: { urgency: 'high' },
			options: { addToOutput: ['incident'] },
		});
		sandbox.fail({ method: 'GET', path: '^/incidents/', kind: 'timeout', times: 100 });
		const { id } = sandbox.trigger({ urgency: 'high' });
		const [event] = await given(workflowId, 1);
		expect(event).toMatchObject({ data: { id }, not_fetched: [{ name: 'incident' }] });
		await sandbox.settled();
		expect(sandbox.deliveries().map(({ status }) => status)).toEqual([200]);
	});
});
