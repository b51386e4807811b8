import type { WorkflowNode } from '../support/n8nTypes';
import { itemsOf, openStage } from './stage';
import { locator, pagerDuty } from './workflowParts';

jest.setTimeout(240_000);

const stage = openStage();
const run = async (...nodes: WorkflowNode[]) => await stage.run(nodes);

describe('the PagerDuty node in a real n8n', () => {
	it('takes an incident from its opening to its end, each step returning what PagerDuty would show', async () => {
		const service = stage.sandbox.services().find(({ name }) => name === 'Payments Gateway');
		const incident = locator('={{ $("Open").item.json.id }}');
		const execution = await run(
			pagerDuty('Open', {
				resource: 'incident',
				operation: 'create',
				serviceId: locator(String(service?.id)),
				title: 'Refunds are slow',
				additionalFields: { urgency: 'low', details: 'Since ten minutes' },
			}),
			pagerDuty('Note', {
				resource: 'incidentNote',
				operation: 'create',
				incidentId: incident,
				content: 'Looking',
			}),
			pagerDuty('Update', {
				resource: 'incident',
				operation: 'update',
				incidentId: incident,
				updateFields: { title: 'Refunds fail', urgency: 'high' },
			}),
			pagerDuty('Acknowledge', { resource: 'incident', operation: 'acknowledge', incidentId: incident }),
			pagerDuty('Resolve', {
				resource: 'incident',
				operation: 'resolve',
				incidentId: incident,
				resolution: 'Queue restarted',
			}),
			pagerDuty('Get', { resource: 'incident', operation: 'get', incidentId: incident }),
			pagerDuty('Notes', {
				resource: 'incidentNote',
				operation: 'getAll',
				incidentId: incident,
				returnAll: true,
			}),
		);

		expect(execution.status).toBe('success');
		expect(itemsOf(execution, 'Open')).toMatchObject([
			{
				title: 'Refunds are slow',
				urgency: 'low',
				status: 'triggered',
				service: { summary: 'Payments Gateway' },
			},
		]);
		expect(itemsOf(execution, 'Update')).toMatchObject([{ title: 'Refunds fail', urgency: 'high' }]);
		expect(itemsOf(execution, 'Acknowledge')).toMatchObject([{ status: 'acknowledged' }]);
		expect(itemsOf(execution, 'Resolve')).toMatchObject([{ status: 'resolved' }]);
		expect(itemsOf(execution, 'Get')).toMatchObject([{ title: 'Refunds fail', status: 'resolved' }]);
		expect(itemsOf(execution, 'Notes')).toContainEqual(expect.objectContaining({ content: 'Looking' }));
		const opened = stage.sandbox.incidents().filter(({ title }) => title === 'Refunds fail');
		expect(opened).toHaveLength(1);
		expect(stage.sandbox.notes(String(opened[0]?.id)).map(({ content }) => content)).toContain('Looking');
	});

	it('lists incidents and services as they are, and reads one service', async () => {
		const execution = await run(
			pagerDuty('Incidents', {
				resource: 'incident',
				operation: 'getAll',
				returnAll: true,
				filters: { allTime: true },
			}),
			pagerDuty(
				'Services',
				{ resource: 'service', operation: 'getAll', returnAll: true },
				{ executeOnce: true },
			),
			pagerDuty(
				'Service',
				{ resource: 'service', operation: 'get', serviceId: locator('={{ $json.id }}') },
				{ executeOnce: true },
			),
		);
		const ids = (rows: ReadonlyArray<{ id?: unknown }>) => rows.map(({ id }) => String(id)).sort();
		expect(ids(itemsOf(execution, 'Incidents'))).toEqual(ids(stage.sandbox.incidents()));
		expect(ids(itemsOf(execution, 'Services'))).toEqual(ids(stage.sandbox.services()));
		expect(itemsOf(execution, 'Service')[0]).toMatchObject({ id: itemsOf(execution, 'Services')[0]?.id });
	});

	it('says what is wrong and where, and sends a failed item to the error output', async () => {
		const failing = pagerDuty('Get', {
			resource: 'incident',
			operation: 'get',
			incidentId: locator('Q00000000NOBODY'),
		});
		const stopped = await run(failing);
		expect(stopped.status).toBe('error');
		expect(stopped.data.resultData.error?.message).toBe('Incident Not Found');
		expect(stopped.data.resultData.error?.description).toContain('Check the ID');

		const goesOn = await run({ ...failing, onError: 'continueErrorOutput' });
		expect(goesOn.status).toBe('success');
		const outputs = goesOn.data.resultData.runData.Get?.[0]?.data?.main;
		expect(outputs?.[1]?.[0]?.json).toMatchObject({ error: 'Incident Not Found' });
	});

	it('offers every service, user and open incident in its pickers, searched by PagerDuty', async () => {
		const node = { name: 'n8n-nodes-pagerduty.pagerDuty', version: 1 };
		const request = (methodName: string, path: string) => ({
			nodeTypeAndVersion: node,
			path,
			methodName,
			currentNodeParameters: { authentication: 'token', resource: 'incident', operation: 'create' },
			credentials: {
				pagerDutyTokenApi: { id: String(stage.credentials.pagerDutyTokenApi), name: 'PagerDuty' },
			},
		});
		const services = await stage.n8n.client.locatorResults(request('searchServices', 'serviceId'));
		expect(services.results.map(({ name }) => name).sort()).toEqual(
			stage.sandbox
				.services()
				.map(({ name }) => name)
				.sort(),
		);
		const found = await stage.n8n.client.locatorResults({
			...request('searchServices', 'serviceId'),
			filter: 'ware',
		});
		expect(found.results.map(({ name }) => name)).toEqual(['Warehouse Sync']);
		const users = await stage.n8n.client.locatorResults(request('searchFromUsers', 'fromEmail'));
		expect(users.results.map(({ value }) => value).sort()).toEqual(
			stage.sandbox
				.users()
				.map(({ email }) => email)
				.sort(),
		);
		const incidents = await stage.n8n.client.locatorResults(request('searchIncidents', 'incidentId'));
		const open = stage.sandbox.incidents().filter(({ status }) => status !== 'resolved');
		expect(
			incidents.results
				.slice(0, open.length)
				.map(({ value }) => value)
				.sort(),
		).toEqual(open.map(({ id }) => id).sort());
	});
});
