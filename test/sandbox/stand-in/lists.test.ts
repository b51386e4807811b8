import { type Sandbox, startSandbox } from '../../../sandbox';
import { caller } from './caller';
import { idNamed } from '../../support/idNamed';

let sandbox: Sandbox;
let call: ReturnType<typeof caller>;

beforeAll(async () => {
	sandbox = await startSandbox({ strict: true });
	call = caller(sandbox);
});
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();

describe('the company that it starts with', () => {
	it('has 8 services, 12 users, 3 teams, 5 priorities and 40 incidents, most of them resolved', async () => {
		const total = async (path: string) => (await call('GET', `${path}?total=true`)).at('total');
		expect(await total('/services')).toBe(8);
		expect(await total('/users')).toBe(12);
		expect(await total('/teams')).toBe(3);
		expect(await total('/priorities')).toBe(5);
		expect(await total('/incidents')).toBe(40);
		const open = await call('GET', '/incidents?total=true&statuses[]=triggered&statuses[]=acknowledged');
		expect(open.at('total')).toBe(5);
	});

	it('has a service with several recent incidents and one that never had any', async () => {
		const services = sandbox.services();
		const incidentsOf = async (name: string) => {
			const id = services.find((service) => service.name === name)?.id;
			return (await call('GET', `/incidents?service_ids[]=${id}&since=${hoursAgo(7 * 24)}`)).column(
				'incidents',
				'id',
			);
		};
		expect((await incidentsOf('Checkout API')).length).toBeGreaterThanOrEqual(5);
		expect(await incidentsOf('Internal Wiki')).toEqual([]);
	});

	it('has the same ids each time', () => {
		const before = sandbox.incidents().map(({ id }) => id);
		sandbox.trigger();
		sandbox.reset();
		expect(sandbox.incidents().map(({ id }) => id)).toEqual(before);
	});
});

describe('classic paging', () => {
	it('gives 25 rows unless told otherwise, and the total only when asked', async () => {
		const first = await call('GET', '/incidents');
		expect(first.column('incidents', 'id')).toHaveLength(25);
		expect(first.body).toMatchObject({ limit: 25, offset: 0, more: true, total: null });
		const rest = await call('GET', '/incidents?limit=100&offset=25');
		expect(rest.column('incidents', 'id')).toHaveLength(15);
		expect(rest.at('more')).toBe(false);
	});

	it('refuses to go beyond 10,000 rows, and pages above 100', async () => {
		sandbox.addIncidents(10_100);
		const last = await call('GET', '/incidents?date_range=all&limit=100&offset=9900');
		expect(last.column('incidents', 'id')).toHaveLength(100);
		expect(last.at('more')).toBe(true);
		const beyond = await call('GET', '/incidents?date_range=all&limit=100&offset=9901');
		expect(beyond.status).toBe(400);
		expect(beyond.at('error', 'code')).toBe(2001);
		expect((await call('GET', '/incidents?limit=101')).status).toBe(400);
	});
});

describe('filters of incidents', () => {
	it('cover the last month unless dates or date_range say otherwise', async () => {
		const [old] = sandbox.addIncidents(1, { createdAt: hoursAgo(24 * 45), title: 'Long ago' });
		const titles = async (query: string) =>
			(await call('GET', `/incidents?limit=100&${query}`)).column('incidents', 'title');
		expect(await titles('')).not.toContain('Long ago');
		expect(await titles('date_range=all')).toContain('Long ago');
		expect(await titles(`since=${hoursAgo(24 * 46)}&until=${hoursAgo(24 * 44)}`)).toEqual(['Long ago']);
		expect(await titles(`incident_key=${old?.incidentKey}&date_range=all`)).toEqual(['Long ago']);
	});

	it('cover one month from the only end that is given', async () => {
		sandbox.reset('empty');
		for (const days of [10, 40, 70])
			sandbox.addIncidents(1, { createdAt: hoursAgo(24 * days), title: `${days} days` });
		const titles = async (query: string) =>
			(await call('GET', `/incidents?${query}`)).column('incidents', 'title');
		expect(await titles(`since=${hoursAgo(24 * 80)}`)).toEqual(['70 days']);
		expect(await titles(`until=${hoursAgo(24 * 20)}`)).toEqual(['40 days']);
	});

	it('refuse a range over six months and what is no date', async () => {
		const tooWide = `since=${hoursAgo(24 * 200)}&until=${hoursAgo(0)}`;
		expect((await call('GET', `/incidents?${tooWide}`)).at('error', 'code')).toBe(2005);
		expect((await call('GET', '/incidents?since=yesterday')).at('error', 'code')).toBe(2004);
	});

	it('narrow by status, urgency, team and assignee together', async () => {
		const user = sandbox.users().find(({ name }) => name === 'Aisha Bello');
		const { id } = sandbox.trigger({
			serviceId: idNamed(sandbox.services(), 'Order Fulfilment'),
			urgency: 'low',
		});
		const query = `statuses[]=triggered&urgencies[]=low&user_ids[]=${user?.id}&team_ids[]=${user?.teamIds[0]}`;
		expect((await call('GET', `/incidents?${query}`)).column('incidents', 'id')).toEqual([id]);
	});

	it('narrow by priority, which no document says', async () => {
		const priorities = await call('GET', '/priorities');
		const id = priorities.text('priorities', 0, 'id');
		const found = await call('GET', `/incidents?limit=100&priority_ids[]=${id}`);
		expect(new Set(found.column('incidents', 'priority', 'summary'))).toEqual(new Set(['P1']));
	});

	it('sort by two fields and refuse others', async () => {
		const sorted = await call('GET', '/incidents?limit=100&sort_by=urgency:desc,created_at:desc');
		const urgencies = sorted.column('incidents', 'urgency');
		expect(urgencies).toEqual([...urgencies].sort().reverse());
		const newest = await call('GET', '/incidents?limit=2&sort_by=created_at:desc');
		const [first, second] = newest.column('incidents', 'created_at').map((at) => Date.parse(String(at)));
		expect(first).toBeGreaterThan(second ?? Infinity);
		expect((await call('GET', '/incidents?sort_by=title')).status).toBe(400);
	});

	it('render times in the time zone asked for', async () => {
		const { id } = sandbox.trigger();
		const answer = await call(
			'GET',
			'/incidents?time_zone=Asia/Kolkata&sort_by=incident_number:desc&limit=1',
		);
		expect(answer.at('incidents', 0, 'id')).toBe(id);
		expect(answer.text('incidents', 0, 'created_at')).toMatch(/\+05:30$/);
		expect(Date.parse(answer.text('incidents', 0, 'created_at'))).toBe(
			Date.parse(sandbox.incident(id)?.createdAt ?? ''),
		);
	});
});

describe('includes and searches', () => {
	it('give whole objects in place of references', async () => {
		const id = sandbox.trigger().id;
		const names = ['services', 'assignees', 'teams', 'escalation_policies', 'first_trigger_log_entries'];
		const query = names.map((name) => `include[]=${name}`).join('&');
		const answer = await call('GET', `/incidents/${id}?${query}`);
		expect(answer.at('incident')).toMatchObject({
			service: { type: 'service', name: expect.any(String) },
			assignments: [{ assignee: { type: 'user', email: expect.stringContaining('@') } }],
			teams: [{ type: 'team' }],
			escalation_policy: { type: 'escalation_policy', escalation_rules: expect.any(Array) },
			first_trigger_log_entry: { type: 'trigger_log_entry' },
		});
	});

	it('find services by a part of their name and users by their email', async () => {
		const services = await call('GET', '/services?query=PAY');
		expect(services.column('services', 'name')).toEqual(['Payments Gateway']);
		const users = await call('GET', '/users?query=okafor@');
		expect(users.column('users', 'name')).toEqual(['Samuel Okafor']);
		const descending = (await call('GET', '/services?sort_by=name:desc')).column('services', 'name');
		expect(descending).toEqual([...descending].sort().reverse());
	});

	it('show changes of old incidents in the log of the account', async () => {
		const [old] = sandbox.addIncidents(1, { createdAt: hoursAgo(24 * 100) });
		const since = hoursAgo(0.01);
		sandbox.acknowledge(old?.id ?? '');
		const log = await call('GET', `/log_entries?since=${since}`);
		expect(log.column('log_entries', 'type')).toEqual(['acknowledge_log_entry']);
		expect(log.at('log_entries', 0, 'incident', 'id')).toBe(old?.id);
	});
});
