import { startSandbox, type Sandbox } from '../../sandbox';
import { sharedN8n, type CredentialIds, type N8n } from '../support/n8n';
import { until } from '../support/until';

jest.setTimeout(240_000);

let n8n: N8n;
let sandbox: Sandbox;
let credentials: CredentialIds;

beforeAll(async () => {
	sandbox = await startSandbox();
	n8n = await sharedN8n();
	credentials = await n8n.connect(sandbox);
});
afterAll(async () => {
	await n8n?.cleanUp();
	await sandbox?.close();
});

const notesOf = (incidentId: string) => sandbox.notes(incidentId).map(({ content }) => content);

describe('workflows/incident-context-note.json', () => {
	it('writes the recent incidents of the service on a new incident, and says so when there are none', async () => {
		const workflow = await n8n.importTemplate('incident-context-note.json', credentials);
		await n8n.client.workflows.activate(workflow.id);
		await until('it is subscribed', () => sandbox.subscriptions().length === 1);

		const named = (name: string) => sandbox.services().find((service) => service.name === name)?.id;
		const busy = sandbox.trigger({ serviceId: named('Checkout API'), title: 'Basket is empty' });
		await n8n.client.executions.ofWorkflow(workflow.id, 1);
		const others = sandbox
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

		const quiet = sandbox.trigger({ serviceId: named('Internal Wiki'), title: 'Search is slow' });
		await n8n.client.executions.ofWorkflow(workflow.id, 2);
		expect(notesOf(quiet.id)).toEqual(['No other incident of Internal Wiki in the last month.']);

		await n8n.client.workflows.deactivate(workflow.id);
		await until('it is unsubscribed', () => sandbox.subscriptions().length === 0);
	});
});

describe('workflows/incident-round-trip.json', () => {
	it('opens the incident that the form reports and walks it through to its end', async () => {
		const workflow = await n8n.importTemplate('incident-round-trip.json', credentials);
		await n8n.client.workflows.activate(workflow.id);
		const form = workflow.nodes.find(({ type }) => type === 'n8n-nodes-base.formTrigger');
		const answer = new FormData();
		answer.set('field-0', 'warehouse');
		answer.set('field-1', 'Stock levels are stale');
		answer.set('field-2', 'Reported by the shop floor');
		const url = `${n8n.host.url}/form/${String(form?.webhookId)}`;
		await until('the form is there', async () => (await fetch(url)).status === 200);
		const response = await fetch(url, { method: 'POST', body: answer });
		expect(response.status).toBe(200);

		const [execution] = await n8n.client.executions.ofWorkflow(workflow.id, 1);
		expect(execution?.data.resultData.error?.message).toBeUndefined();
		const incident = sandbox.incidents().find(({ title }) => title === 'Stock levels are stale');
		expect(incident).toMatchObject({ status: 'resolved', urgency: 'low' });
		expect(notesOf(String(incident?.id))).toContain(
			'Reported through the form in n8n: Stock levels are stale',
		);
		const listed = execution?.data.resultData.runData['Latest incidents of the service']?.[0]?.data?.main[0];
		expect(listed?.[0]?.json).toMatchObject({ id: incident?.id, status: 'resolved' });
	});
});
