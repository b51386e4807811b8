import { type Sandbox, startSandbox } from '../../../sandbox';
import { caller } from './caller';
import { idNamed } from '../../support/idNamed';

let sandbox: Sandbox;
let call: ReturnType<typeof caller>;

const wednesday = new Date('2026-03-04T17:00:00Z');
beforeAll(async () => {
	sandbox = await startSandbox({ strict: true, clock: { now: () => wednesday } });
	call = caller(sandbox);
});
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

const scheduleNamed = (name: string) => sandbox.schedules().find((one) => one.name === name)?.id ?? '';
const onCalls = async (query: string) => (await call('GET', `/oncalls?${query}`)).column('oncalls', 'user');
const names = (users: unknown[]) => users.map((user) => Reflect.get(Object(user), 'summary'));

describe('schedules', () => {
	it('have somebody on call now, and somebody else when the clock has moved on', async () => {
		const query = `schedule_ids[]=${scheduleNamed('Storefront Rotation')}`;
		const today = names(await onCalls(query));
		await sandbox.advance(24 * 3_600_000);
		const tomorrow = names(await onCalls(query));
		expect([today.length, tomorrow.length]).toEqual([1, 1]);
		expect(tomorrow).not.toEqual(today);
	});

	it('can be manned by day only', async () => {
		const query = `schedule_ids[]=${scheduleNamed('Logistics Day Shift')}`;
		expect(await onCalls(query)).toHaveLength(1);
		await sandbox.advance(3 * 3_600_000);
		expect(await onCalls(query)).toEqual([]);
	});

	it('give way to an override, and go on after it', async () => {
		const id = scheduleNamed('Storefront Rotation');
		const rachel = idNamed(sandbox.users(), 'Rachel Kim');
		const override = { userId: rachel, start: '2026-03-04T18:00:00Z', end: '2026-03-04T20:00:00Z' };
		const answer = await fetch(`${sandbox.url}/_sandbox/schedules/${id}/override`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(override),
		});
		expect(answer.status).toBe(200);
		const shown = await call('GET', `/schedules/${id}?since=2026-03-04T17:00:00Z&until=2026-03-04T22:00:00Z`);
		const entries = shown.at('schedule', 'final_schedule', 'rendered_schedule_entries');
		expect(entries).toMatchObject([
			{ start: '2026-03-04T17:00:00Z', end: '2026-03-04T18:00:00Z' },
			{ user: { id: rachel }, start: '2026-03-04T18:00:00Z', end: '2026-03-04T20:00:00Z' },
			{ start: '2026-03-04T20:00:00Z', end: '2026-03-04T22:00:00Z' },
		]);
	});
});

describe('a schedule', () => {
	it('without dates has no entries, and covers nothing that could be said in percent', async () => {
		const shown = await call('GET', `/schedules/${scheduleNamed('Storefront Rotation')}`);
		const nothing = { rendered_schedule_entries: [], rendered_coverage_percentage: null };
		expect(shown.at('schedule', 'final_schedule')).toMatchObject(nothing);
		expect(shown.at('schedule', 'overrides_subschedule')).toMatchObject(nothing);
		expect(shown.at('schedule', 'schedule_layers', 0)).toMatchObject(nothing);
	});

	it('has its layers and entries in a list, too, where they are asked for', async () => {
		const dates = 'since=2026-03-04T00:00:00Z&until=2026-03-05T00:00:00Z';
		const list = await call('GET', `/schedules?${dates}&include[]=schedule_layers&include[]=final_schedule`);
		expect(list.at('schedules', 0)).toMatchObject({
			schedule_layers: [{ name: 'Layer 1' }],
			final_schedule: { rendered_coverage_percentage: expect.any(Number) },
		});
		expect(list.at('schedules', 0, 'overrides_subschedule')).toBeUndefined();
		expect((await call('GET', '/schedules')).at('schedules', 0, 'schedule_layers')).toBeUndefined();
	});

	it('says when somebody is on call next', async () => {
		const id = scheduleNamed('Storefront Rotation');
		const user = sandbox.schedules().find((schedule) => schedule.id === id)?.userIds[0] ?? '';
		const query = `include_next_oncall_for_user=${user}`;
		for (const answer of [
			(await call('GET', `/schedules/${id}?${query}`)).at('schedule', 'next_oncall_for_user'),
			(await call('GET', `/schedules?${query}&query=Storefront`)).at('schedules', 0, 'next_oncall_for_user'),
		])
			expect(answer).toMatchObject({
				user: { id: user },
				start: expect.any(String),
				end: expect.any(String),
			});
	});
});

describe('on-calls', () => {
	it('are those of a level: who stands there directly without an end, who comes by a schedule for a shift', async () => {
		const policy = sandbox.schedules()[0]?.levels[0]?.policyId ?? '';
		const { body } = await call('GET', `/oncalls?escalation_policy_ids[]=${policy}`);
		expect(body).toMatchObject({
			oncalls: [
				{ escalation_level: 1, start: null, end: null },
				{ escalation_level: 2, start: null, end: null },
				{ escalation_level: 2, schedule: { type: 'schedule_reference' }, end: '2026-03-05T00:00:00Z' },
				{ escalation_level: 3, start: null, end: null },
			],
		});
	});

	it('of a time are all shifts that touch it, the first of each person where only that is wanted', async () => {
		const query = `schedule_ids[]=${scheduleNamed('Platform Rotation')}&since=2026-03-04T13:00:00Z&until=2026-03-08T13:00:00Z`;
		expect(await onCalls(query)).toHaveLength(9);
		expect(await onCalls(`${query}&earliest=true`)).toHaveLength(4);
	});

	it('cannot be asked for backwards', async () => {
		const answer = await call('GET', '/oncalls?since=2026-03-04T13:00:00Z&until=2026-03-03T13:00:00Z');
		expect(answer.status).toBe(400);
	});
});
