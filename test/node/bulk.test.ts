import type { IDataObject } from 'n8n-workflow';

import '../support/waits';
import { line, pagerDutyServer, refusal, type Received } from './pagerDutyServer';
import { byId, jsons, runNode } from './pagerDutyNode';

const some = (count: number) =>
	Array.from({ length: count }, (_, index) => ({
		id: `P${String(index).padStart(6, '0')}`,
		title: `T${index}`,
	}));
const incidentId = byId('={{ $json.id }}');
const settings = { onError: 'continueErrorOutput' } as const;

const asked = ({ body }: Received) => (body.incidents ?? [body.incident]) as IDataObject[];
const done = (request: Received) =>
	request.path === '/incidents'
		? { body: { incidents: asked(request).map(({ id, title = 'x' }) => ({ id, title })) } }
		: { body: { incident: { id: request.path.split('/')[2] } } };

describe('Changes of many incidents', () => {
	it.each([
		['incident.acknowledge', { status: 'acknowledged' }],
		['incident.resolve', { status: 'resolved' }],
		['incident.update', { title: 'T0' }],
	])('by %s cost one request for each 250, in order', async (operation, change) => {
		const requests = pagerDutyServer(done);
		const items = some(501);
		const parameters = { incidentId, updateFields: { title: '={{ $json.title }}' } };
		const output = await runNode(operation, parameters, { items });
		expect(requests.map(line)).toEqual(['PUT /incidents', 'PUT /incidents', 'PUT /incidents/P000500']);
		expect(requests.map((request) => asked(request).length)).toEqual([250, 250, 1]);
		expect(asked(requests[0] as Received)[0]).toEqual({
			id: 'P000000',
			type: 'incident_reference',
			...change,
		});
		expect(output.items.map(({ json, pairedItem }) => [json.id, pairedItem])).toEqual(
			items.map(({ id }, item) => [id, { item }]),
		);
	});

	it('are tried one by one when PagerDuty refuses them together, so that only the bad one fails', async () => {
		const requests = pagerDutyServer((request) =>
			request.path === '/incidents' || request.path.endsWith('P000001')
				? refusal(400, 'Requester Not Allowed', 1018)
				: done(request),
		);
		const { items, errors } = await runNode(
			'incident.acknowledge',
			{ incidentId },
			{ items: some(3), settings },
		);
		expect(requests.map(line)).toEqual([
			'PUT /incidents',
			...some(3).map(({ id }) => `PUT /incidents/${id}`),
		]);
		expect(items.map(({ json, pairedItem }) => [json.id, pairedItem])).toEqual([
			['P000000', { item: 0 }],
			['P000002', { item: 2 }],
		]);
		expect(jsons(errors)).toMatchObject([{ id: 'P000001', error: 'Requester Not Allowed' }]);
	});

	it('stop at the bad one where the node does not continue, and name it', async () => {
		const requests = pagerDutyServer((request) =>
			request.path === '/incidents' || request.path.endsWith('P000001')
				? refusal(404, 'Incident Not Found', 2100)
				: done(request),
		);
		const { error } = await runNode('incident.resolve', { incidentId }, { items: some(3) });
		expect(requests.map(line)).toEqual([
			'PUT /incidents',
			'PUT /incidents/P000000',
			'PUT /incidents/P000001',
		]);
		expect(error?.message).toBe('Incident Not Found');
		expect(error?.context.itemIndex).toBe(1);
	});

	it('leave out an item with a wrong parameter and change the others together', async () => {
		const requests = pagerDutyServer(done);
		const items = [{ id: 'P000000' }, { id: '' }, { id: 'P000002' }];
		const output = await runNode('incident.acknowledge', { incidentId }, { items, settings });
		expect(requests.map((request) => asked(request).map(({ id }) => id))).toEqual([['P000000', 'P000002']]);
		expect(output.items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }]);
		expect(jsons(output.errors)).toMatchObject([{ error: '"Incident" is missing' }]);
	});

	it('of one incident twice go out in two requests, so that the later one wins', async () => {
		const requests = pagerDutyServer(done);
		const items = [
			{ id: 'P000000', title: 'first' },
			{ id: 'P000001', title: 'other' },
			{ id: 'P000000', title: 'second' },
			{ id: 'P000002', title: 'last' },
		];
		const parameters = { incidentId, updateFields: { title: '={{ $json.title }}' } };
		const output = await runNode('incident.update', parameters, { items });
		expect(requests.map((request) => asked(request).map(({ title }) => title))).toEqual([
			['first', 'other'],
			['second', 'last'],
		]);
		expect(output.items.map(({ json }) => json.title)).toEqual(items.map(({ title }) => title));
	});

	it('ask again for an incident that the answer leaves out', async () => {
		const requests = pagerDutyServer((request) =>
			request.path === '/incidents' ? { body: { incidents: [{ id: 'P000000' }] } } : done(request),
		);
		const { items } = await runNode('incident.resolve', { incidentId }, { items: some(2) });
		expect(requests.map(line)).toEqual(['PUT /incidents', 'PUT /incidents/P000001']);
		expect(jsons(items)).toEqual([{ id: 'P000000' }, { id: 'P000001' }]);
	});

	it.each([
		[401, 1],
		[503, 5],
	])('do not try each item when all of them would meet the same error: %i', async (status, tries) => {
		const requests = pagerDutyServer(() => refusal(status, 'No'));
		const { items, errors } = await runNode('incident.resolve', { incidentId }, { items: some(3), settings });
		expect(requests.map(line)).toEqual(Array(tries).fill('PUT /incidents'));
		expect(items).toEqual([]);
		expect(jsons(errors).map(({ id, error }) => [id, error])).toEqual(some(3).map(({ id }) => [id, 'No']));
	});
});
