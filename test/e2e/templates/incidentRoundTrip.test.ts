import { until } from '../../support/until';
import { openStage } from '../stage';

jest.setTimeout(240_000);

const stage = openStage();

const notesOf = (incidentId: string) => stage.sandbox.notes(incidentId).map(({ content }) => content);

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
