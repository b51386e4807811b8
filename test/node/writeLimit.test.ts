import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import '../support/waits';
import { countWrite } from '../../nodes/PagerDuty/engine/write/writeLimit';
import { runWorkflow } from '../support/engine';
import { pagerDutyType } from '../support/engineNodes';
import { pagerDutyServer, refusal, type Received, type Reply } from './pagerDutyServer';
import { byId, jsons, runNode, tokenCredential } from './pagerDutyNode';

const ids = ['PAAAA01', 'PBBBB02', 'PCCCC03', 'PDDDD04'];
const items = ids.map((id) => ({ id }));
const idIn = ({ path }: Received) => path.split('/')[2] ?? '';
const written = (request: Received): Reply => ({ body: { note: { id: `note of ${idIn(request)}` } } });
const opens = ({ method, path }: Received) => method === 'POST' && path === '/incidents';
const opened = ({ body }: Received): Reply => ({
	body: { incident: { ...Object(body.incident), id: 'Q1' }, notes: [], note: { id: 'N1' } },
});
const note = (maxWrites: number, id = '={{ $json.id }}') => ({
	incidentId: byId(id),
	content: 'Looking',
	options: { maxWrites },
});

describe('Maximum Writes per Execution', () => {
	it('lets so many items through, and says of the others that nothing was sent and what to raise', async () => {
		const requests = pagerDutyServer(written);
		const output = await runNode('incidentNote.create', note(3), {
			items,
			settings: { onError: 'continueErrorOutput' },
		});
		expect(requests.map(idIn)).toEqual(ids.slice(0, 3));
		expect(jsons(output.items).map(({ id }) => id)).toEqual(ids.slice(0, 3).map((id) => `note of ${id}`));
		expect(jsons(output.errors)).toMatchObject([
			{
				id: 'PDDDD04',
				error: 'This node has made the 3 changes that it may make in one execution',
				details: {
					description: expect.stringMatching(/^Nothing was sent.*Maximum Writes per Execution/) as string,
				},
			},
		]);
	});

	it('counts items and not requests, so that many in one request are as many', async () => {
		const requests = pagerDutyServer(({ body }) => ({ body: { incidents: body.incidents } }));
		const options = { maxWrites: 2, onlyIfOpen: false };
		const output = await runNode(
			'incident.acknowledge',
			{ incidentId: byId('={{ $json.id }}'), options },
			{ items, settings: { onError: 'continueErrorOutput' } },
		);
		expect(requests.map(({ body }) => (body.incidents as IDataObject[]).map(({ id }) => id))).toEqual([
			ids.slice(0, 2),
		]);
		expect(output.errors).toHaveLength(2);
	});

	it('counts every incident that an item opens, and opens none of an item that wants too many', async () => {
		const requests = pagerDutyServer(opened);
		const output = await runNode(
			'incident.createForServices',
			{ serviceIds: '={{ $json.ids }}', title: 'No power', options: { maxWrites: 5 } },
			{
				items: [{ ids: ids.slice(0, 3) }, { ids: ids.slice(1) }, { ids: ids.slice(0, 1) }],
				settings: { onError: 'continueErrorOutput' },
			},
		);
		expect(requests.filter(opens).map(({ body }) => Object(Object(body.incident).service).id)).toEqual([
			...ids.slice(0, 3),
			...ids.slice(0, 1),
		]);
		expect(jsons(output.errors)).toMatchObject([
			{ error: 'This item makes 3 changes, and this node may make only 2 more in one execution' },
		]);
	});

	it.each([
		['incident.merge', { incidentId: byId('PTARGET1'), sourceIncidentIds: ids.slice(0, 3) }],
		[
			'incident.requestResponders',
			{
				incidentId: byId('PTARGET1'),
				requesterId: byId('PUSER01'),
				message: 'Please help',
				responderIds: ids.slice(0, 2),
				escalationPolicyIds: ids.slice(2, 3),
			},
		],
	])('counts all that one item of %s merges or asks for help', async (operation, form) => {
		const requests = pagerDutyServer(() => ({
			body: { incident: { id: 'PTARGET1' }, responder_request: {} },
		}));
		const { error } = await runNode(operation, { ...form, options: { maxWrites: 2 } });
		expect(error?.message).toBe(
			'This item makes 3 changes, and this node may make only 2 more in one execution',
		);
		expect(requests).toEqual([]);
		expect((await runNode(operation, { ...form, options: { maxWrites: 3 } })).error).toBeUndefined();
	});

	it('counts the incidents of an item once when n8n runs the node again because one was refused', async () => {
		let refusals = 1;
		const requests = pagerDutyServer((request) =>
			opens(request) && refusals-- > 0 ? refusal(403, 'Not now') : opened(request),
		);
		const form = { serviceIds: ids.slice(0, 3), title: 'No power', options: { maxWrites: 3 } };
		const settings = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };
		const { items: output } = await runNode('incident.createForServices', form, { items: [{}], settings });
		expect(output).toHaveLength(3);
		expect(requests.filter(opens)).toHaveLength(4);
	});

	it('does not count an item anew when n8n runs the node again because one failed', async () => {
		let refusals = 2;
		const requests = pagerDutyServer((request) =>
			idIn(request) === 'PBBBB02' && refusals-- > 0 ? refusal(403, 'Not now') : written(request),
		);
		const settings = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };
		const { items: output } = await runNode('incidentNote.create', note(4), { items, settings });
		expect(output).toHaveLength(4);
		expect(requests).toHaveLength(6);
	});

	it('holds over all rounds of a node in one execution, and for each node by itself', async () => {
		const requests = pagerDutyServer(written);
		const node = (name: string, id: string) => ({
			name,
			type: pagerDutyType,
			parameters: { resource: 'incidentNote', operation: 'create', ...note(1, id) },
			credentials: { pagerDutyTokenApi: { id: 'token', name: 'Token' } },
			onError: 'continueErrorOutput' as const,
		});
		const to = (name: string) => ({ node: name, type: 'main' as const, index: 0 });
		// Both branches end in the same node, which therefore runs twice, as in a loop.
		await runWorkflow(
			{
				nodes: [
					{ name: 'Start', type: 'n8n-nodes-base.manualTrigger' },
					{ name: 'Left', type: 'n8n-nodes-base.noOp' },
					{ name: 'Right', type: 'n8n-nodes-base.noOp' },
					node('Note', 'PAAAA01'),
					node('Another', 'PBBBB02'),
				],
				connections: {
					Start: { main: [[to('Left'), to('Right')]] },
					Left: { main: [[to('Note')]] },
					Right: { main: [[to('Note'), to('Another')]] },
				},
			},
			{ credentials: { pagerDutyTokenApi: { ...tokenCredential } } },
		);
		expect(requests.map(idIn).sort()).toEqual(['PAAAA01', 'PBBBB02']);
	});

	it('counts on when n8n has stored the execution, which waited, and loads it again', () => {
		let stored = '{}';
		const write = () => {
			const context = JSON.parse(stored) as IDataObject;
			try {
				countWrite(
					{ getContext: () => context } as Partial<IExecuteFunctions> as IExecuteFunctions,
					{},
					1,
					2,
				);
			} finally {
				stored = JSON.stringify(context);
			}
		};
		write();
		write();
		expect(write).toThrow('the 2 changes');
	});
});
