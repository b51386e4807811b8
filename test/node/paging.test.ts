import { listServer, number, rows, stride } from './listServer';
import { pagerDutyServer, type Received } from './pagerDutyServer';
import { jsons, runNode } from './pagerDutyNode';

const everything = { returnAll: true };
const steps = (requests: readonly Received[]) =>
	requests.map((request) => `${number(request, 'offset')}+${number(request, 'limit')}`);

describe('Return All', () => {
	it.each([0, 1, 99, 100, 101, 199, 200, 201, 250, 1000])(
		'gives all of %i rows once and in order',
		async (count) => {
			const requests = listServer(rows(count));
			const { items } = await runNode('incident.getAll', everything);
			expect(jsons(items)).toEqual(rows(count));
			expect(items.every(({ pairedItem }) => JSON.stringify(pairedItem) === '{"item":0}')).toBe(true);
			if (count <= 100) expect(steps(requests)).toEqual(['0+100']);
		},
	);

	it.each([
		[100, 1],
		[101, 2],
		[199, 2],
		[200, 3],
		[250, 3],
		[2000, 21],
	])('of %i rows takes %i requests', async (count, requests) => {
		const received = listServer(rows(count));
		await runNode('incident.getAll', everything);
		expect(received).toHaveLength(requests);
	});

	it('is whole where PagerDuty does not say how many rows there are', async () => {
		listServer(rows(1000), { counts: false });
		const { items } = await runNode('incident.getAll', everything);
		expect(jsons(items)).toEqual(rows(1000));
	});

	it('misses nothing when pages are shorter than asked for', async () => {
		listServer(rows(250), { largest: () => 30 });
		const { items } = await runNode('incident.getAll', everything);
		expect(jsons(items)).toEqual(rows(250));
	});

	it.each([
		['', [] as number[]],
		[', also after a page that was shorter than asked for', [2 * stride]],
	])("gives all of 10,000 rows, PagerDuty's ceiling%s", async (_, shortAt) => {
		listServer(rows(10_000), { largest: ({ offset }) => (shortAt.includes(offset) ? 30 : 100) });
		const { items, error } = await runNode('incident.getAll', everything);
		expect(error).toBeUndefined();
		expect(items).toHaveLength(10_000);
	});

	it('says why it cannot be complete above the ceiling, and which filter helps', async () => {
		listServer(rows(10_001), {}, 'services');
		const { items, error } = await runNode('service.getAll', everything);
		expect(items).toEqual([]);
		expect(error?.message).toBe('PagerDuty lists no more than 10000 services');
		expect(error?.description).toContain('Narrow the list with a Search Text or a Team');
	});

	it.each([
		['in the middle', 0],
		['after a page that ends with the last row', 4 * stride + 100],
	])('fails where PagerDuty says that there are more rows and gives none, %s', async (_, count) => {
		const all = rows(count);
		const requests = pagerDutyServer((request) => ({
			body: { incidents: all.slice(number(request, 'offset')).slice(0, 100), more: true },
		}));
		const { items, error } = await runNode('incident.getAll', everything);
		expect(items).toEqual([]);
		expect(error?.message).toBe('PagerDuty says that there are more incidents, but gives none');
		expect(requests.length).toBeLessThan(20);
	});

	it('is read for each item of its own', async () => {
		listServer(rows(150));
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
		const requests = listServer(rows(300));
		const { items } = await runNode('incident.getAll', { limit });
		expect(jsons(items)).toEqual(rows(limit));
		expect(steps(requests)).toEqual(asked);
	});

	it.each([101, 250])('of %i beyond a page reads as many pages as it takes', async (limit) => {
		const requests = listServer(rows(900));
		const { items } = await runNode('incident.getAll', { limit });
		expect(jsons(items)).toEqual(rows(limit));
		expect(requests).toHaveLength(Math.ceil(limit / 100));
	});

	it('above what there is gives what there is', async () => {
		listServer(rows(20));
		const { items } = await runNode('incident.getAll', { limit: 500 });
		expect(jsons(items)).toEqual(rows(20));
	});
});
