import type { INode, INodeType } from 'n8n-workflow';

import '../support/waits';
import { path } from '../../nodes/PagerDuty/api/path';
import type { ApiRequest } from '../../nodes/PagerDuty/api/request';
import { defineOperation } from '../../nodes/PagerDuty/engine/operation';
import { deletedAgain, notAgain, setAgain, type Repeat } from '../../nodes/PagerDuty/engine/write/repeat';
import { nodeWith, thing } from './nodeWith';
import { line, pagerDutyServer, refusal, type Received, type Reply } from './pagerDutyServer';
import { jsons, runNode } from './pagerDutyNode';

const busy = refusal(503, 'Busy');
const done: Reply = { body: { thing: { id: 'PTHING1' } } };

/** The PagerDuty node with an operation that the real one does not have (yet). */
function withOperation(method: ApiRequest['method'], repeat: Repeat<object>, done?: object) {
	const operation = defineOperation({
		of: thing,
		option: { name: 'Do', value: 'do', action: 'Do a thing', description: 'Does a thing' },
		fields: [],
		repeat,
		request: () => ({ method, path: path`/things` }),
		answer: done && { done: { ...done } },
	});
	return nodeWith({ ...thing, operations: [operation] });
}

const doThing = async (nodeTypes: Record<string, INodeType>, settings: Partial<INode> = {}) =>
	await runNode('thing.do', {}, { nodeTypes, settings });
const twice = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };
const unknown = 'Nobody knows whether PagerDuty carried this request out';
/** The first request gets this answer, all others succeed. */
const firstly = (reply: Reply) => (_: Received, requests: readonly Received[]) =>
	requests.length === 1 ? reply : done;

describe.each(['POST', 'PUT', 'DELETE'] as const)('An operation that sends %s', (method) => {
	const unsafe = withOperation(method, notAgain('Twice is two things'));
	const safe = withOperation(method, setAgain);

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
	const nodeTypes = withOperation('POST', notAgain('Twice is two things'));
	pagerDutyServer((_, requests) => (requests.length === 1 ? busy : refusal(404, 'Not Found')));
	const settings = { onError: 'continueErrorOutput' } as const;
	const { errors } = await runNode('thing.do', {}, { nodeTypes, settings, items: [{}, {}] });
	const [lost, refused] = jsons(errors);
	expect(lost).toMatchObject({ error: 'Busy', details: { outcomeUnknown: true } });
	expect(refused?.details).not.toHaveProperty('outcomeUnknown');
});

describe('A thing that is deleted', () => {
	const deleting = withOperation('DELETE', deletedAgain, { deleted: true });
	const gone = refusal(404, 'Not Found');

	it('counts as deleted where it is gone after a try whose outcome nobody knew', async () => {
		const requests = pagerDutyServer((_, all) => (all.length === 1 ? busy : gone));
		expect(jsons((await doThing(deleting)).items)).toEqual([{ deleted: true }]);
		expect(requests).toHaveLength(2);
	});

	it('is an error where it was not there at all', async () => {
		const requests = pagerDutyServer(() => gone);
		expect((await doThing(deleting)).error?.message).toBe('Not Found');
		expect(requests).toHaveLength(1);
	});
});

describe('An operation that looks up what earlier tries have done', () => {
	it('asks for what was done since the first of them, however long ago that was', async () => {
		const elapsed = performance.now.bind(performance);
		let minutes = 0;
		const passed = () => minutes * 60_000;
		jest.spyOn(performance, 'now').mockImplementation(() => elapsed() + passed());
		const requests = pagerDutyServer(({ method }, all) => {
			minutes++;
			const headers = { date: new Date(Date.now() + passed()).toUTCString() };
			return method === 'GET' || all.length > 6 ? { ...done, headers } : busy;
		});
		const since: number[] = [];
		const lookUp: Repeat<object>['lookUp'] = async (api, _, { sentSince }) => {
			await api.call({ method: 'GET', path: path`/things` });
			since.push(sentSince());
			return undefined;
		};
		await doThing(withOperation('POST', { safe: true, because: 'It is looked up', lookUp }));
		expect(requests.map(({ method }) => method).join()).toBe('POST,GET,POST,GET,POST,GET,POST');
		expect(since).toHaveLength(3);
		expect(Math.max(...since) - Math.min(...since)).toBeLessThan(30_000);
	});
});

describe('An operation without `repeat`', () => {
	const asking = (effect?: 'read') => {
		const operation = defineOperation({
			of: thing,
			option: { name: 'Do', value: 'do', action: 'Do a thing', description: 'Does a thing' },
			fields: [],
			effect: effect as 'read',
			request: () => ({ method: 'POST', path: path`/things` }),
		});
		return nodeWith({ ...thing, operations: [operation] });
	};

	it('may read by POST, which is sent again', async () => {
		const requests = pagerDutyServer(firstly(busy));
		expect(jsons((await doThing(asking('read'))).items)).toEqual([{ id: 'PTHING1' }]);
		expect(requests).toHaveLength(2);
	});

	it('may read by POST, which is never of unknown outcome', async () => {
		pagerDutyServer(() => busy);
		expect((await doThing(asking('read'))).error?.description).not.toContain(unknown);
	});

	it('sends nothing that could write', async () => {
		const requests = pagerDutyServer(() => done);
		expect((await doThing(asking())).error?.message).toContain('does not say whether that can be repeated');
		expect(requests).toEqual([]);
	});
});
