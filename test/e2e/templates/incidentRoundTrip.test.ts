import type { N8nVersion } from '../../support/n8nTypes';
import { until } from '../../support/until';
import { itemsOf, openStage } from '../stage';
import { formUrl, sendForm } from './forms';

jest.setTimeout(240_000);

describe.each<N8nVersion>(['2.41', '1.123'])('workflows/incident-round-trip.json in n8n %s', (which) => {
	const stage = openStage(which);

	const notesOf = (incidentId: string) => stage.sandbox.notes(incidentId).map(({ content }) => content);

	it('opens the incident that the form reports and walks it through to its end', async () => {
		const workflow = await stage.n8n.importTemplate(
			'incident-round-trip.json',
			stage.credentials,
			stage.sandbox,
		);
		await stage.n8n.client.workflows.activate(workflow.id);
		const url = formUrl(stage.n8n, workflow);
		await until('the form is there', async () => (await fetch(url)).status === 200);
		await sendForm(url, ['warehouse', 'Stock levels are stale', 'Reported by the shop floor']);

		const [execution] = await stage.n8n.client.executions.ofWorkflow(workflow.id, 1);
		expect(execution?.data.resultData.error?.message).toBeUndefined();
		const incident = stage.sandbox.incidents().find(({ title }) => title === 'Stock levels are stale');
		expect(incident).toMatchObject({ status: 'resolved', urgency: 'low' });
		expect(notesOf(String(incident?.id))).toContain(
			'Reported through the form in n8n: Stock levels are stale',
		);
		const [listed] = execution ? itemsOf(execution, 'Latest incidents of the service') : [];
		expect(listed).toMatchObject({ id: incident?.id, status: 'resolved' });
	});
});
