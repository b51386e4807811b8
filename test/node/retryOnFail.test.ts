import type { IDataObject, INode, INodeType } from 'n8n-workflow';

import '../support/waits';
import { chain, runWorkflow } from '../support/engine';
import { pagerDutyType } from '../support/engineNodes';
import { broken, line, pagerDutyServer, refusal, type Received, type Reply } from './pagerDutyServer';
import { byId, jsons, runNode, tokenCredential } from './pagerDutyNode';

const settings: Partial<INode> = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };
const items = ['PAAAA01', 'PBBBB02', 'PCCCC03'].map((id) => ({ id }));
const incidentId = byId('={{ $json.id }}');
const writing = { incidentId, content: 'Looking' };
const notNow = refusal(403, 'Not now');

const idIn = ({ path }: Received) => path.split('/')[2] ?? '';
const contentOf = ({ body }: Received) => (body.note as IDataObject).content;
const written = (request: Received): Reply => ({
	body: { note: { id: `note of ${idIn(request)}`, content: contentOf(request) } },
});

/** Answers as `handler` does, except that the first `times` writes to this incident get the fault. */
function failing(id: string, times: number, fault: Reply, handler = written) {
	let left = times;
	return (request: Received): Reply =>
		request.method !== 'GET' && idIn(request) === id && left-- > 0 ? fault : handler(request);
}

describe('When n8n runs the node again because one item failed', () => {
	it('what succeeded is given out as it was, and only what failed is sent again', async () => {
		const requests = pagerDutyServer(failing('PBBBB02', 2, notNow));
		const output = await runNode('incidentNote.create', writing, { items, settings });
		expect(requests.map(idIn)).toEqual(['PAAAA01', 'PBBBB02', 'PBBBB02', 'PBBBB02', 'PCCCC03']);
		expect(output.items.map(({ json, pairedItem }) => [json.id, pairedItem])).toEqual(
			items.map(({ id }, item) => [`note of ${id}`, { item }]),
		);
	});

	it('a change that was made is not made again, so that nothing is reopened that a person resolved', async () => {
		const ids = ({ body }: Received) => (body.incidents as IDataObject[]).map(({ id }) => id);
		const requests = pagerDutyServer((request) => {
			if (request.path === '/incidents')
				return { body: { incidents: ids(request).map((id) => ({ id, status: 'acknowledged' })) } };
			return requests.length === 2 ? notNow : { body: { incident: { id: idIn(request) } } };
		});
		const twice = [...items, { id: 'PAAAA01' }];
		const { items: output } = await runNode(
			'incident.acknowledge',
			{ incidentId },
			{ items: twice, settings },
		);
		expect(requests.map(line)).toEqual([
			'PUT /incidents',
			'PUT /incidents/PAAAA01',
			'PUT /incidents/PAAAA01',
		]);
		expect(jsons(output).map(({ id }) => id)).toEqual(twice.map(({ id }) => id));
	});

	it('an item whose outcome was unknown is looked up before it is sent again', async () => {
		let lost = true;
		const requests = pagerDutyServer(({ method }) => {
			if (method === 'POST') return broken('ECONNRESET');
			const notes = [{ id: 'N1', content: 'Looking', created_at: new Date().toISOString() }];
			if (!lost) return { body: { notes } };
			lost = false;
			return notNow;
		});
		const { items: output } = await runNode('incidentNote.create', writing, {
			items: items.slice(0, 1),
			settings,
		});
		expect(requests.map(({ method }) => method)).toEqual(['POST', 'GET', 'GET']);
		expect(jsons(output).map(({ id }) => id)).toEqual(['N1']);
	});

	it('each item keeps the text of its first try, also where an expression gives another one by now', async () => {
		const requests = pagerDutyServer(failing('PBBBB02', 1, notNow));
		const parameters = { incidentId, content: '=Drawn: {{ Math.random() }}' };
		await runNode('incidentNote.create', parameters, { items, settings });
		const [first, refused, taken, last] = requests.map(contentOf);
		expect(taken).toBe(refused);
		expect(new Set([first, refused, last]).size).toBe(3);
	});

	it('also where it continues on error, which n8n tries again when the first item failed', async () => {
		const requests = pagerDutyServer(failing('PAAAA01', 1, notNow));
		const { items: output, errors } = await runNode('incidentNote.create', writing, {
			items,
			settings: { ...settings, onError: 'continueErrorOutput' },
		});
		expect(requests.map(idIn)).toEqual(['PAAAA01', 'PBBBB02', 'PCCCC03', 'PAAAA01']);
		expect(output.map(({ pairedItem }) => pairedItem)).toEqual(items.map((_, item) => ({ item })));
		expect(errors).toEqual([]);
	});
});

/** Gives out the very same object twice. */
const same: IDataObject = { id: 'PAAAA01' };
const twins: INodeType = {
	description: {
		displayName: 'Twins',
		name: 'twins',
		group: ['transform'],
		version: 1,
		description: 'Twins',
		defaults: { name: 'Twins' },
		inputs: ['main'],
		outputs: ['main'],
		properties: [],
	},
	async execute() {
		return [[{ json: same }, { json: same }]];
	},
};

describe('What an item achieved is remembered for this item alone:', () => {
	const node = (name: string): Partial<INode> & Pick<INode, 'name' | 'type'> => ({
		name,
		type: pagerDutyType,
		parameters: { resource: 'incidentNote', operation: 'create', ...writing } as INode['parameters'],
		credentials: { pagerDutyTokenApi: { id: 'token', name: 'Token' } },
		...settings,
	});
	const start = { name: 'Start', type: 'n8n-nodes-base.manualTrigger' };
	const options = {
		nodeTypes: { 'test.twins': twins },
		credentials: { pagerDutyTokenApi: { ...tokenCredential } },
	};

	it('one object that comes as two items, to two nodes, in two executions, is eight notes', async () => {
		const requests = pagerDutyServer(written);
		const given = { name: 'Twins', type: 'test.twins' };
		const pass = { name: 'Pass', type: 'n8n-nodes-base.noOp' };
		const to = (name: string) => ({ node: name, type: 'main' as const, index: 0 });
		const workflow = {
			nodes: [start, given, pass, node('Write'), node('Write Too')],
			connections: {
				...chain('Start', 'Twins', 'Pass'),
				Pass: { main: [[to('Write'), to('Write Too')]] },
			},
		};
		for (const executionId of ['1', '2']) await runWorkflow(workflow, { ...options, executionId });
		expect(requests).toHaveLength(8);
	});

	it('two rounds of a loop are two notes', async () => {
		const requests = pagerDutyServer(written);
		const to = (name: string) => ({ node: name, type: 'main' as const, index: 0 });
		const branch = (name: string) => ({ name, type: 'n8n-nodes-base.noOp' });
		await runWorkflow(
			{
				nodes: [start, { name: 'Twins', type: 'test.twins' }, branch('Left'), branch('Right'), node('Write')],
				connections: {
					...chain('Start', 'Twins'),
					Twins: { main: [[to('Left'), to('Right')]] },
					Left: { main: [[to('Write')]] },
					Right: { main: [[to('Write')]] },
				},
			},
			options,
		);
		expect(requests).toHaveLength(4);
	});
});
