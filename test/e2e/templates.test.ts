import { until } from '../support/until';
import { openStage } from './stage';

jest.setTimeout(240_000);

const stage = openStage();

const notesOf = (incidentId: string) => stage.sandbox.notes(incidentId).map(({ content }) => content);

describe('workflows/incident-context-note.json', () => {
	it('writes the recent incidents of the service on a new incident, and says so when there are none', async () => {
		const workflow = await stage.n8n.importTemplate(
			'incident-context-note.json',
			stage.credentials,
			stage.sandbox,
		);
		await stage.n8n.client.workflows.activate(workflow.id);
		await until('it is subscribed', () => stage.sandbox.subscriptions().length === 1);

		const named = (name: string) => stage.sandbox.services().find((service) => service.name === name)?.id;
		const busy = stage.sandbox.trigger({ serviceId: named('Checkout API'), title: 'Basket is empty' });
		await stage.n8n.client.executions.ofWorkflow(workflow.id, 1);
		const others = stage.sandbox
			.incidents()
			.filter(({ serviceId, id }) => serviceId === busy.serviceId && id !== busy.id);
		expect(others.length).toBeGreaterThan(1);
		expect(notesOf(busy.id)).toHaveLength(1);
		expect(notesOf(busy.id)[0]).toContain('Latest other incidents of Checkout API');
		expect(others.some(({ title }) => notesOf(busy.id)[0]?.includes(title))).toBe(true);

		const [heading, ...lines] = String(notesOf(busy.id)[0]).split('\n');
		expect(heading).toBe('Latest other incidents of Checkout API:');
		expect(lines.length).toBeGreaterThan(1);
		for (const line of lines)
			expect(line).toMatch(/^- #\d+ .+ \((triggered|acknowledged|resolved), .+ UTC\)$/);

		stage.sandbox.acknowledge(busy.id);
		const quiet = stage.sandbox.trigger({ serviceId: named('Internal Wiki'), title: 'Search is slow' });
		const executions = await stage.n8n.client.executions.ofWorkflow(workflow.id, 2);
		await stage.sandbox.settled();
		expect(executions).toHaveLength(2);
		expect(notesOf(busy.id)).toHaveLength(1);
		expect(notesOf(quiet.id)).toEqual(['No other incident of Internal Wiki in the last month.']);

		await stage.n8n.client.workflows.deactivate(workflow.id);
		await until('it is unsubscribed', () => stage.sandbox.subscriptions().length === 0);
	});
});

describe('workflows/incident-round-trip.json', () => {
	it('opens the incident that the form reports and walks it through to its end', async () => {
		const workflow = await stage.n8n.importTemplate(
			'incident-round-trip.json',
			stage.credentials,
			stage.sandbox,
		);
		await stage.n8n.client.workflows.activate(workflow.id);
		const form = workflow.nodes.find(({ type }) => type === 'n8n-nodes-base.formTrigger');
		const answer = new FormData();
		answer.set('field-0', 'warehouse');
		answer.set('field-1', 'Stock levels are stale');
		answer.set('field-2', 'Reported by the shop floor');
		const url = `${stage.n8n.host.url}/form/${String(form?.webhookId)}`;
		await until('the form is there', async () => (await fetch(url)).status === 200);
		const response = await fetch(url, { method: 'POST', body: answer });
		expect(response.status).toBe(200);

		const [execution] = await stage.n8n.client.executions.ofWorkflow(workflow.id, 1);
		expect(execution?.data.resultData.error?.message).toBeUndefined();
		const incident = stage.sandbox.incidents().find(({ title }) => title === 'Stock levels are stale');
		expect(incident).toMatchObject({ status: 'resolved', urgency: 'low' });
		expect(notesOf(String(incident?.id))).toContain(
			'Reported through the form in n8n: Stock levels are stale',
		);
		const listed = execution?.data.resultData.runData['Latest incidents of the service']?.[0]?.data?.main[0];
		expect(listed?.[0]?.json).toMatchObject({ id: incident?.id, status: 'resolved' });
	});
});
