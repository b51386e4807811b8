import type { IDataObject } from 'n8n-workflow';

import { pagerDutyServer, type Received } from './pagerDutyServer';
import { jsons, runNode } from './pagerDutyNode';

const rows = (count: number) =>
	Array.from({ length: count }, (_, index) => ({ id: `P${index}`, title: `T${index}` }));

const number = ({ query }: Received, name: string) =>
	Number(query.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1));

/** Hands out `all` as PagerDuty does, refusing what lies beyond its ceiling. */
const list = (all: IDataObject[], largest: (page: { offset: number }) => number = () => 100) =>
	pagerDutyServer((request) => {
		const [offset, limit] = [number(request, 'offset'), number(request, 'limit')];
		if (limit > 100 || offset + limit > 10_000)
			return { status: 400, body: { error: { message: 'Too far' } } };
		const size = Math.min(limit, largest({ offset }));
		return { body: { incidents: all.slice(offset, offset + size), more: offset + size < all.length } };
	});

const everything = { returnAll: true };
const steps = (requests: readonly Received[]) =>
	requests.map((request) => `${number(request, 'offset')}+${number(request, 'limit')}`);

describe('Return All', () => {
	it.each([0, 1, 99, 100, 101, 199, 200, 201, 250, 1000])(
		'gives all of %i rows once and in order',
		async (count) => {
			const requests = list(rows(count));
			const { items } = await runNode('incident.getAll', everything);
			expect(jsons(items)).toEqual(rows(count));
			expect(items.every(({ pairedItem }) => JSON.stringify(pairedItem) === '{"item":0}')).toBe(true);
			if (count <= 100) expect(steps(requests)).toEqual(['0+100']);
		},
	);

	it('gives a row once that stands on two pages because the list moved meanwhile', async () => {
		const moved = [...rows(100), ...rows(101).slice(99), { id: 'Pnew', title: 'new' }];
		list(moved);
		const { items } = await runNode('incident.getAll', everything);
		expect(jsons(items)).toEqual([...rows(101), { id: 'Pnew', title: 'new' }]);
	});

	it('misses nothing when pages are shorter than asked for', async () => {
		list(rows(250), () => 30);
		const { items } = await runNode('incident.getAll', everything);
		expect(jsons(items)).toEqual(rows(250));
	});

	it.each([
		['', [] as number[]],
		[', also after a page that was shorter than asked for', [100]],
	])("gives all of 10,000 rows, PagerDuty's ceiling%s", async (_, shortAt) => {
		list(rows(10_000), ({ offset }) => (shortAt.includes(offset) ? 30 : 100));
		const { items, error } = await runNode('incident.getAll', everything);
		expect(error).toBeUndefined();
		expect(items).toHaveLength(10_000);
	});

	it('says why it cannot be complete above the ceiling, instead of an incomplete list', async () => {
		list(rows(10_001));
		const { items, error } = await runNode('incident.getAll', everything);
		expect(items).toEqual([]);
		expect(error?.message).toBe('PagerDuty lists no more than 10000 incidents');
		expect(error?.description).toContain('Narrow it with a filter');
	});

	it('is read for each item of its own', async () => {
		list(rows(150));
		const { items } = await runNode('incident.getAll', everything, { items: [{}, {}] });
		expect(jsons(items)).toEqual([...rows(150), ...rows(150)]);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([
			...Array<object>(150).fill({ item: 0 }),
			...Array<object>(150).fill({ item: 1 }),
		]);
	});

	it('says so when the answer is no list at all', async () => {
		pagerDutyServer(() => ({ body: { portal: 'Please sign in' } }));
		const { error } = await runNode('incident.getAll', everything);
		expect(error?.message).toBe("PagerDuty's answer holds no list of incidents");
	});
});

describe('Limit', () => {
	it.each([
		[1, ['0+1']],
		[50, ['0+50']],
		[100, ['0+100']],
	])('of %i within a page asks for no more than that', async (limit, asked) => {
		const requests = list(rows(300));
		const { items } = await runNode('incident.getAll', { limit });
		expect(jsons(items)).toEqual(rows(limit));
		expect(steps(requests)).toEqual(asked);
	});

	it.each([101, 250])('of %i beyond a page reads as many pages as it takes', async (limit) => {
		const requests = list(rows(900));
		const { items } = await runNode('incident.getAll', { limit });
		expect(jsons(items)).toEqual(rows(limit));
		expect(requests).toHaveLength(Math.ceil(limit / 100));
	});

	it('above what there is gives what there is', async () => {
		list(rows(20));
		const { items } = await runNode('incident.getAll', { limit: 500 });
		expect(jsons(items)).toEqual(rows(20));
	});
});
