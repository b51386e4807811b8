import type { StoredWorkflow } from '../../support/n8nTypes';
import { openStage } from '../stage';
import { clicked, Ended, published } from './acting';

jest.setTimeout(240_000);

describe('workflows/alert-source.json', () => {
	const stage = openStage('2.41', {});
	let workflow: StoredWorkflow;
	const ended = new Ended(stage, () => workflow);

	beforeAll(async () => {
		workflow = await stage.n8n.importTemplate('alert-source.json', stage.credentials, stage.sandbox);
		// Twice, as people do.
		for (let times = 0; times < 2; times++) await clicked(stage, workflow, 'Set up (run once)');
		await ended.more(2);
		await published(stage, workflow);
	});

	const rowsOf = async (incidentId: string) =>
		(await stage.n8n.client.dataTables.rows('PagerDuty alerts')).filter(
			(row) => row.incident_id === incidentId,
		);

	it('has one row for each incident, with what it is and its newest status', async () => {
		const { id, number } = stage.sandbox.trigger({ title: 'Basket is empty' });
		await ended.more(1);
		expect(await rowsOf(id)).toMatchObject([
			{ number, title: 'Basket is empty', status: 'triggered', urgency: 'high', service: 'Checkout API' },
		]);
		stage.sandbox.acknowledge(id);
		await ended.more(1);
		expect(await rowsOf(id)).toMatchObject([{ status: 'acknowledged' }]);
		stage.sandbox.resolve(id);
		await ended.more(1);
		expect(await rowsOf(id)).toMatchObject([
			{ status: 'resolved', link: expect.stringContaining(id) as string },
		]);
	});

	it('keeps one row and the newest status where events overtake each other', async () => {
		const storm = Array.from({ length: 3 }, (_, index) => stage.sandbox.trigger({ title: `Storm ${index}` }));
		for (const { id } of storm) {
			stage.sandbox.acknowledge(id);
			stage.sandbox.resolve(id);
		}
		await ended.more(storm.length * 3);
		for (const { id } of storm) expect(await rowsOf(id)).toMatchObject([{ status: 'resolved' }]);
	});

	it('is not set back by an event that comes late', async () => {
		const { n8n, sandbox } = stage;
		const { id } = sandbox.trigger({ title: 'Late' });
		await ended.more(1);
		const triggered = sandbox.deliveries().find((one) => one.incidentId === id);
		sandbox.resolve(id);
		await ended.more(1);
		const { event } = JSON.parse(String(triggered?.body)) as { event: { data: Record<string, unknown> } };
		// It happened when the incident was triggered, before the resolution.
		const late = {
			...event,
			event_type: 'incident.acknowledged',
			data: { ...event.data, status: 'acknowledged' },
		};
		await n8n.client.workflows.update(workflow.id, { pinData: { 'PagerDuty Trigger': [{ json: late }] } });
		await clicked(stage, workflow, 'PagerDuty Trigger');
		await ended.more(1);
		expect(await rowsOf(id)).toMatchObject([{ status: 'resolved' }]);
	});

	it('follows an incident that is reopened', async () => {
		const { id } = stage.sandbox.trigger({ title: 'It comes back' });
		stage.sandbox.resolve(id);
		stage.sandbox.change(id, { status: 'triggered' });
		await ended.more(3);
		expect(await rowsOf(id)).toMatchObject([{ status: 'triggered' }]);
	});
});
