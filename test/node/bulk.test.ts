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

	it('are tried by the handful first, so that one bad one among 250 costs 33 requests and not 251', async () => {
		const bad = 'P000100';
		const requests = pagerDutyServer((request) =>
			request.path.endsWith(bad) || asked(request).some(({ id }) => id === bad)
				? refusal(404, 'Incident Not Found', 2100)
				: done(request),
		);
		const { items, errors } = await runNode(
			'incident.acknowledge',
			{ incidentId },
			{ items: some(250), settings },
		);
		expect(requests).toHaveLength(33);
		expect(items.map(({ json }) => json.id)).toEqual(some(250).flatMap(({ id }) => (id === bad ? [] : [id])));
		expect(jsons(errors)).toMatchObject([{ id: bad }]);
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
		expect(requests.map(line)).toEqual([
			'PUT /incidents',
			'GET /incidents/P000001',
			'PUT /incidents/P000001',
		]);
		expect(jsons(items)).toEqual([{ id: 'P000000' }, { id: 'P000001' }]);
	});

	it.each([{}, { incidents: null }, { incidents: 'none' }])(
		'are looked up, and then sent again, when the answer is %j',
		async (body) => {
			const requests = pagerDutyServer((request) => (requests.length === 1 ? { body } : done(request)));
			const { items } = await runNode('incident.resolve', { incidentId }, { items: some(2) });
			expect(requests.map(line)).toEqual([
				'PUT /incidents',
				'GET /incidents/P000000',
				'GET /incidents/P000001',
				'PUT /incidents',
			]);
			expect(jsons(items)).toMatchObject(some(2).map(({ id }) => ({ id })));
		},
	);

	it('are each sent in the name of its own From user', async () => {
		const requests = pagerDutyServer(done);
		const items = ['a', 'a', 'b', 'a'].map((from, index) => ({ ...some(4)[index], from }));
		const parameters = { incidentId, fromEmail: byId('={{ $json.from }}@example.com') };
		const output = await runNode('incident.acknowledge', parameters, { items });
		expect(requests.map(({ headers, path }) => [headers.from, path])).toEqual([
			['a@example.com', '/incidents'],
			['b@example.com', '/incidents/P000002'],
			['a@example.com', '/incidents/P000003'],
		]);
		expect(jsons(output.items).map(({ id }) => id)).toEqual(items.map(({ id }) => id));
	});

	it.each([
		[401, ['PUT']],
		[503, ['PUT', ...Array<string>(15).fill('GET')]],
	])('do not try each item when all of them would meet the same error: %i', async (status, methods) => {
		const requests = pagerDutyServer(() => refusal(status, 'No'));
		const { items, errors } = await runNode('incident.resolve', { incidentId }, { items: some(3), settings });
		expect(requests.map(({ method }) => method)).toEqual(methods);
		expect(items).toEqual([]);
		expect(jsons(errors).map(({ id, error }) => [id, error])).toEqual(some(3).map(({ id }) => [id, 'No']));
	});
});
