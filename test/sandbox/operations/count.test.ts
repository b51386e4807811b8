import type { INodeParameters } from 'n8n-workflow';

import '../../support/waits';
import { openDesk, type Desk } from '../../support/operations/desk';
import { addHistory, noRateLimit } from '../lists/history';

const counted =
	(desk: Desk) =>
	async (countBy: string, filters: INodeParameters = {}) =>
		await desk.read('incident:count', { countBy, filters });

describe('a count of incidents', () => {
	let desk: Desk;
	beforeAll(async () => {
		desk = await openDesk({ seed: 'empty' });
	});
	beforeEach(() => {
		desk.sandbox.reset('empty');
		desk.newRequests();
	});
	afterAll(() => desk.sandbox.close());

	const count = async (countBy: string, filters?: INodeParameters) => await counted(desk)(countBy, filters);
	const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
	const two = () => {
		const [mail, ...others] = desk.sandbox.services();
		const shop = others.find(({ teamIds }) => teamIds[0] !== mail?.teamIds[0]);
		return [mail, shop].map((each) => ({
			id: each?.id ?? '',
			name: each?.name,
			teamIds: each?.teamIds ?? [],
		}));
	};

	it('is one number for the last month, or for what Filters say', async () => {
		desk.sandbox.addIncidents(3, { urgency: 'low' });
		desk.sandbox.resolve(desk.sandbox.trigger({ urgency: 'high' }).id);
		desk.sandbox.addIncidents(1, { createdAt: daysAgo(60), urgency: 'high' });
		expect(await count('none')).toEqual([{ count: 4 }]);
		expect(await count('none', { allTime: true })).toEqual([{ count: 5 }]);
		expect(await count('none', { since: daysAgo(90), until: daysAgo(30) })).toEqual([{ count: 1 }]);
		expect(await count('none', { statuses: ['resolved'] })).toEqual([{ count: 1 }]);
		expect(await count('none', { urgencies: ['low'], allTime: true })).toEqual([{ count: 3 }]);
		expect(desk.newRequests()).toEqual(Array(5).fill('GET /incidents'));
	});

	it('has an item for each status and urgency, also for those with none, or for the chosen ones', async () => {
		desk.sandbox.acknowledge(desk.sandbox.trigger({ urgency: 'high' }).id);
		desk.sandbox.trigger({ urgency: 'high' });
		expect(await count('status')).toEqual([
			{ status: 'triggered', count: 1 },
			{ status: 'acknowledged', count: 1 },
			{ status: 'resolved', count: 0 },
		]);
		expect(await count('status', { statuses: ['acknowledged', 'triggered'] })).toEqual([
			{ status: 'triggered', count: 1 },
			{ status: 'acknowledged', count: 1 },
		]);
		expect(await count('urgency', { statuses: ['triggered'] })).toEqual([
			{ urgency: 'high', count: 1 },
			{ urgency: 'low', count: 0 },
		]);
	});

	it('has an item for each service and team with incidents, the largest first', async () => {
		const [mail, shop] = two();
		desk.sandbox.trigger({ serviceId: mail?.id });
		desk.sandbox.trigger({ serviceId: shop?.id });
		desk.sandbox.trigger({ serviceId: shop?.id });
		expect(await count('service')).toEqual([
			{ service: { id: shop?.id, summary: shop?.name }, count: 2 },
			{ service: { id: mail?.id, summary: mail?.name }, count: 1 },
		]);
		const teams = await count('team');
		expect(teams).toMatchObject([
			{ team: { id: shop?.teamIds[0] }, count: 2 },
			{ team: { id: mail?.teamIds[0] }, count: 1 },
		]);
	});

	it('has an item for each chosen service and team, also for one without incidents', async () => {
		const [mail, shop] = two();
		desk.sandbox.trigger({ serviceId: mail?.id });
		desk.newRequests();
		expect(await count('service', { serviceIds: [shop?.id ?? '', mail?.id ?? ''] })).toEqual([
			{ service: { id: shop?.id, summary: null }, count: 0 },
			{ service: { id: mail?.id, summary: mail?.name }, count: 1 },
		]);
		expect(await count('team', { teamIds: mail?.teamIds ?? [] })).toMatchObject([
			{ team: { id: mail?.teamIds[0], summary: expect.any(String) as string }, count: 1 },
		]);
		expect(desk.newRequests()).toHaveLength(2 + (mail?.teamIds.length ?? 0));
	});

	it('is none where there are none', async () => {
		expect(await count('none')).toEqual([{ count: 0 }]);
		expect(await count('service')).toEqual([]);
	});

	it('refuses All Time together with a time', async () => {
		const filters = { allTime: true, since: daysAgo(3) };
		const { error } = await desk.run('incident:count', { countBy: 'none', filters });
		expect(error?.message).toBe('"Filters > All Time" cannot be combined with Since or Until');
	});

	it('counts by itself where PagerDuty says no total', async () => {
		desk.sandbox.addIncidents(120);
		const incidents = [{ id: 'Q1', created_at: daysAgo(1) }];
		desk.sandbox.fail({ path: '/incidents', kind: 'body', body: { incidents, more: true, total: null } });
		expect(await count('none')).toEqual([{ count: 120 }]);
	});

	it('is an error where one of its requests is refused, and exact where trouble passes', async () => {
		desk.sandbox.addIncidents(120);
		desk.sandbox.fail({ path: '/incidents', kind: 'status', status: 503, skip: 1 });
		desk.sandbox.fail({ path: '/incidents', kind: 'reset', skip: 2 });
		expect(await count('status')).toMatchObject([{ count: 120 }, { count: 0 }, { count: 0 }]);
		const body = { error: { message: 'Access Denied', code: 2010, errors: [] } };
		desk.sandbox.fail({ path: '/incidents', kind: 'status', status: 403, skip: 1, body });
		const { error, items } = await desk.run('incident:count', { countBy: 'status' });
		expect(error?.message).toBe('Access Denied');
		expect(items).toEqual([]);
	});
});

describe('a count above the 10,000 rows that PagerDuty hands out', () => {
	const total = 12_000;
	let desk: Desk;
	beforeAll(async () => {
		desk = await openDesk({ seed: 'empty', settings: noRateLimit });
		addHistory(desk.sandbox, total);
	});
	beforeEach(() => void desk.newRequests());
	afterAll(() => desk.sandbox.close());

	it('is exact with one request', async () => {
		expect(await counted(desk)('none', { allTime: true })).toEqual([{ count: total }]);
		expect(desk.newRequests()).toEqual(['GET /incidents']);
	});

	it('is exact by service, whose incidents are read', async () => {
		const groups = await counted(desk)('service', { allTime: true });
		const all = desk.sandbox.incidents();
		const of = (id: unknown) => all.filter(({ serviceId }) => serviceId === id).length;
		expect(groups.reduce((sum, { count }) => sum + Number(count), 0)).toBe(total);
		for (const { service, count } of groups) expect(count).toBe(of(Reflect.get(Object(service), 'id')));
	});

	it('is exact over a time that is longer than PagerDuty takes at once', async () => {
		const times = desk.sandbox.incidents().map(({ createdAt }) => Date.parse(createdAt));
		const since = new Date(Math.min(...times)).toISOString();
		const until = new Date(Math.max(...times) + 1000).toISOString();
		expect(await counted(desk)('none', { since, until })).toEqual([{ count: total }]);
	});
});
