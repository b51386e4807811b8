import { openStage } from '../stage';
import { until } from '../../support/until';

jest.setTimeout(240_000);

describe('workflows/alert-source.json', () => {
	const stage = openStage('2.41', {});
	const table = 'PagerDuty alerts';
	let workflowId: string;
	let executions = 0;

	beforeAll(async () => {
		const { client } = stage.n8n;
		workflowId = (await stage.n8n.importTemplate('alert-source.json', stage.credentials, stage.sandbox)).id;
		// Twice, as people do.
		for (let times = 0; times < 2; times++) {
			const { executionId } = await client.workflows.run(workflowId, 'Set up (run once)');
			expect(await client.executions.finished(String(executionId))).toMatchObject({ status: 'success' });
		}
		executions = 2;
		await client.workflows.activate(workflowId);
		await until('it is subscribed', () => stage.sandbox.subscriptions().length === 1);
	});

	const rowsOf = async (incidentId: string) =>
		(await stage.n8n.client.dataTables.rows(table)).filter((row) => row.incident_id === incidentId);

	/** Waits until so many more events have started workflows that ended well. */
	async function dealtWith(events: number): Promise<void> {
		const ended = await stage.n8n.client.executions.ofWorkflow(workflowId, (executions += events), 60_000);
		expect(ended.filter(({ status }) => status !== 'success')).toEqual([]);
	}

	/** An event about an incident that PagerDuty delivers late, as it was at its time. */
	function deliverLate(incidentId: string, event: string, status: string): void {
		const first = stage.sandbox
			.deliveries()
			.find((one) => one.incidentId === incidentId && one.eventType === 'incident.triggered');
		const { data } = (JSON.parse(String(first?.body)) as { event: { data: Record<string, unknown> } }).event;
		stage.sandbox.emit(event, { incidentId, data: { ...data, status } });
	}

	it('has one row for each incident, with what it is and its newest status', async () => {
		const { id, number } = stage.sandbox.trigger({ title: 'Basket is empty' });
		await dealtWith(1);
		expect(await rowsOf(id)).toMatchObject([
			{ number, title: 'Basket is empty', status: 'triggered', urgency: 'high', service: 'Checkout API' },
		]);
		stage.sandbox.acknowledge(id);
		await dealtWith(1);
		expect(await rowsOf(id)).toMatchObject([{ status: 'acknowledged' }]);
		stage.sandbox.resolve(id);
		await dealtWith(1);
		const [row, ...others] = await rowsOf(id);
		expect(others).toEqual([]);
		expect(row).toMatchObject({ status: 'resolved', link: expect.stringContaining(id) as string });
	});

	it('keeps the newest status and one row where events overtake each other', async () => {
		const many = Array.from({ length: 4 }, (_, index) => stage.sandbox.trigger({ title: `Storm ${index}` }));
		for (const { id } of many) {
			stage.sandbox.acknowledge(id);
			stage.sandbox.resolve(id);
		}
		await dealtWith(many.length * 3);
		for (const { id } of many) expect(await rowsOf(id)).toMatchObject([{ status: 'resolved' }]);
	});
});
