import type { IDataObject } from 'n8n-workflow';

import '../support/waits';
import { runWorkflow } from '../support/engine';
import { pagerDutyType } from '../support/engineNodes';
import { broken, line, pagerDutyServer, refusal, type Received, type Reply } from './pagerDutyServer';
import { byId, jsons, runNode, tokenCredential } from './pagerDutyNode';

const parameters = { serviceId: byId('PSERV01'), title: 'Disk full' };
const keyOf = ({ body }: Received) => (body.incident as IDataObject).incident_key;
const created: Reply = { status: 201, body: { incident: { id: 'PNEW001' } } };
const create = () => pagerDutyServer(() => created);
const keyTaken = refusal(400, 'Arguments Caused Error', 2002, [
	'Open incident with matching dedup key exists',
]);

async function keysOf(requests: readonly Received[], run: () => Promise<unknown>) {
	const before = requests.length;
	await run();
	return requests.slice(before).map(keyOf);
}

describe('The incident key', () => {
	it('that the user gives wins', async () => {
		const requests = create();
		await runNode('incident.create', { ...parameters, additionalFields: { incidentKey: 'mine' } });
		expect(requests.map(keyOf)).toEqual(['mine']);
	});

	it('is the same when n8n runs the whole node again (Retry On Fail)', async () => {
		const requests = pagerDutyServer((_, all) => (all.length === 1 ? refusal(403, 'Not now') : created));
		const settings = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };
		const { items } = await runNode('incident.create', parameters, { settings });
		expect(jsons(items)).toEqual([{ id: 'PNEW001' }]);
		expect(requests).toHaveLength(2);
		expect(new Set(requests.map(keyOf)).size).toBe(1);
	});

	it('differs from item to item, also for the same title', async () => {
		const requests = create();
		await runNode('incident.create', parameters, { items: [{}, {}, {}] });
		expect(new Set(requests.map(keyOf)).size).toBe(3);
	});

	it('differs from execution to execution', async () => {
		const requests = create();
		const first = await keysOf(
			requests,
			async () => await runNode('incident.create', parameters, { executionId: '1' }),
		);
		const again = await keysOf(
			requests,
			async () => await runNode('incident.create', parameters, { executionId: '1' }),
		);
		const other = await keysOf(
			requests,
			async () => await runNode('incident.create', parameters, { executionId: '2' }),
		);
		expect(again).toEqual(first);
		expect(other).not.toEqual(first);
	});

	it('differs by title, because an agent may call the tool several times for one item', async () => {
		const requests = create();
		await runNode('incident.create', parameters);
		await runNode('incident.create', { ...parameters, title: 'Disk empty' });
		expect(new Set(requests.map(keyOf)).size).toBe(2);
	});

	it('differs from round to round of a loop and from node to node', async () => {
		const requests = create();
		const node = (name: string) => ({
			name,
			type: pagerDutyType,
			parameters: { resource: 'incident', operation: 'create', ...parameters },
			credentials: { pagerDutyTokenApi: { id: 'token', name: 'Token' } },
		});
		const to = (name: string) => ({ node: name, type: 'main' as const, index: 0 });
		// Both branches end in the same node, which therefore runs twice, as in a loop.
		const execution = await runWorkflow(
			{
				nodes: [
					{ name: 'Start', type: 'n8n-nodes-base.manualTrigger' },
					{ name: 'Left', type: 'n8n-nodes-base.noOp' },
					{ name: 'Right', type: 'n8n-nodes-base.noOp' },
					node('Create'),
					node('Create Too'),
				],
				connections: {
					Start: { main: [[to('Left'), to('Right')]] },
					Left: { main: [[to('Create')]] },
					Right: { main: [[to('Create'), to('Create Too')]] },
				},
			},
			{ credentials: { pagerDutyTokenApi: { ...tokenCredential } } },
		);
		expect(execution.node('Create').items).toHaveLength(2);
		expect(execution.node('Create Too').items).toHaveLength(1);
		expect(new Set(requests.map(keyOf)).size).toBe(3);
	});
});

describe('Creating an incident', () => {
	it.each<[string, Reply]>([
		['a server fault', refusal(503, 'Busy')],
		['a broken connection', broken('ECONNRESET')],
		['an answer without an incident', { status: 201, body: {} }],
	])('is repeated with the same key after %s, when no incident has it', async (_, fault) => {
		const requests = pagerDutyServer(({ method }, all) =>
			all.length === 1 ? fault : method === 'GET' ? { body: { incidents: [] } } : created,
		);
		const { items } = await runNode('incident.create', parameters);
		expect(jsons(items)).toEqual([{ id: 'PNEW001' }]);
		expect(requests.map(({ method }) => method)).toEqual(['POST', 'GET', 'POST']);
		expect(new Set([requests[0], requests[2]].map((request) => request && keyOf(request))).size).toBe(1);
	});

	it('finds the incident of the first try, whose answer was lost, also when it is resolved by now', async () => {
		const found = { id: 'PNEW001', status: 'resolved', self: 'x' };
		const requests = pagerDutyServer(({ method }) =>
			method === 'POST' ? broken('ECONNRESET') : { body: { incidents: [found] } },
		);
		const { items } = await runNode('incident.create', parameters);
		expect(jsons(items)).toEqual([{ id: 'PNEW001', status: 'resolved' }]);
		const key = keyOf(requests[0] as Received);
		expect(requests.map(line)).toEqual([
			'POST /incidents',
			`GET /incidents?incident_key=${String(key)}&service_ids[]=PSERV01&sort_by=created_at:desc&date_range=all`,
		]);
	});

	it('takes no incident for its own that had the user’s key before the first try', async () => {
		const old = { id: 'POLD001', created_at: '2026-01-01T00:00:00Z' };
		const requests = pagerDutyServer(({ method }, all) =>
			all.length === 1 ? broken('ECONNRESET') : method === 'GET' ? { body: { incidents: [old] } } : created,
		);
		const additionalFields = { incidentKey: 'mine' };
		const { items } = await runNode('incident.create', { ...parameters, additionalFields });
		expect(jsons(items)).toEqual([{ id: 'PNEW001' }]);
		expect(requests.map(({ method }) => method)).toEqual(['POST', 'GET', 'POST']);
	});

	it('finds the open incident that has the key when PagerDuty refuses a second one', async () => {
		const requests = pagerDutyServer(({ method }) =>
			method === 'POST' ? keyTaken : { body: { incidents: [{ id: 'POPEN01' }] } },
		);
		const { items } = await runNode('incident.create', parameters);
		expect(jsons(items)).toEqual([{ id: 'POPEN01' }]);
		const key = keyOf(requests[0] as Received);
		expect(requests.map(line)).toEqual([
			'POST /incidents',
			`GET /incidents?incident_key=${String(key)}&service_ids[]=PSERV01&statuses[]=triggered&statuses[]=acknowledged&include[]=conference_bridge&date_range=all`,
		]);
	});

	it("keeps PagerDuty's error when no open incident has the key", async () => {
		pagerDutyServer(({ method }) => (method === 'POST' ? keyTaken : { body: { incidents: [] } }));
		const { error } = await runNode('incident.create', parameters);
		expect(error?.message).toBe('Arguments Caused Error');
		expect(error?.description).toContain('Open incident with matching dedup key exists');
	});
});
