import type { IExecuteFunctions, INode, INodeType } from 'n8n-workflow';

import '../support/waits';
import { PagerDuty } from '../../nodes/PagerDuty/PagerDuty.node';
import { path } from '../../nodes/PagerDuty/api/path';
import type { ApiRequest } from '../../nodes/PagerDuty/api/request';
import { defineOperation } from '../../nodes/PagerDuty/engine/operation';
import { run } from '../../nodes/PagerDuty/engine/run';
import type { Repeat } from '../../nodes/PagerDuty/engine/write/repeat';
import { pagerDutyType } from '../support/engineNodes';
import { line, pagerDutyServer, refusal, type Received, type Reply } from './pagerDutyServer';
import { jsons, runNode } from './pagerDutyNode';

const busy = refusal(503, 'Busy');
const done: Reply = { body: { thing: { id: 'PTHING1' } } };

/** The PagerDuty node with one more operation, which the real one does not have (yet). */
function withOperation(method: ApiRequest['method'], repeat: Repeat<object>): Record<string, INodeType> {
	const thing = {
		option: { name: 'Thing', value: 'thing', description: 'A thing' },
		scope: 'things',
		one: 'thing',
		list: 'things',
		simple: [],
	};
	const operation = defineOperation({
		of: thing,
		option: { name: 'Do', value: 'do', action: 'Do a thing', description: 'Does a thing' },
		fields: [],
		simple: null,
		repeat,
		request: () => ({ method, path: path`/things` }),
	});
	const { description } = new PagerDuty();
	async function execute(this: IExecuteFunctions) {
		return await run(this, [{ ...thing, operations: [operation] }]);
	}
	const properties = description.properties.map((property) =>
		property.name === 'resource' || property.name === 'operation'
			? { ...property, displayOptions: undefined }
			: property,
	);
	return { [pagerDutyType]: { description: { ...description, properties }, execute } };
}

const doThing = async (nodeTypes: Record<string, INodeType>, settings: Partial<INode> = {}) =>
	await runNode('thing.do', {}, { nodeTypes, settings });
const twice = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };
const unknown = 'Nobody knows whether PagerDuty carried this request out';
/** The first request gets this answer, all others succeed. */
const firstly = (reply: Reply) => (_: Received, requests: readonly Received[]) =>
	requests.length === 1 ? reply : done;

describe.each(['POST', 'PUT', 'DELETE'] as const)('An operation that sends %s', (method) => {
	const unsafe = withOperation(method, { safe: false, because: 'Twice is two things' });
	const safe = withOperation(method, { safe: true, because: 'Twice is one thing' });

	it.each<[string, Reply]>([
		['a server fault', busy],
		['an answer without what it should hold', { body: {} }],
	])('and is declared unsafe is never sent again after %s, not even by Retry On Fail', async (_, fault) => {
		const requests = pagerDutyServer(firstly(fault));
		const { error } = await doThing(unsafe, twice);
		expect(requests.map(line)).toEqual([`${method} /things`]);
		expect(error?.description).toContain(unknown);
	});

	it('and is declared unsafe is sent again when PagerDuty certainly did not take it', async () => {
		const requests = pagerDutyServer(firstly(refusal(429, 'Slow down')));
		expect(jsons((await doThing(unsafe)).items)).toEqual([{ id: 'PTHING1' }]);
		expect(requests).toHaveLength(2);
	});

	it('and is declared safe is sent again', async () => {
		const requests = pagerDutyServer(firstly(busy));
		expect(jsons((await doThing(safe)).items)).toEqual([{ id: 'PTHING1' }]);
		expect(requests).toHaveLength(2);
	});

	it('and is declared safe is sent five times at most, and then the error says that nobody knows', async () => {
		const requests = pagerDutyServer(() => busy);
		expect((await doThing(safe)).error?.description).toContain(unknown);
		expect(requests).toHaveLength(5);
	});
});

it('The error output says of an item that its outcome is unknown, and of a refused one that it is not', async () => {
	const nodeTypes = withOperation('POST', { safe: false, because: 'Twice is two things' });
	pagerDutyServer((_, requests) => (requests.length === 1 ? busy : refusal(404, 'Not Found')));
	const settings = { onError: 'continueErrorOutput' } as const;
	const { errors } = await runNode('thing.do', {}, { nodeTypes, settings, items: [{}, {}] });
	const [lost, refused] = jsons(errors);
	expect(lost).toMatchObject({ error: 'Busy', details: { outcomeUnknown: true } });
	expect(refused?.details).not.toHaveProperty('outcomeUnknown');
});
