import { type Sandbox, sandboxIntegrationKeys, startSandbox } from '../../../sandbox';
import { caller } from './caller';

/** What PagerDuty ignores and its own clients send. Ours are tested against a strict sandbox, which refuses it. */

let lenient: Sandbox;
let strict: Sandbox;
beforeAll(async () => {
	lenient = await startSandbox();
	strict = await startSandbox({ strict: true });
});
beforeEach(() => {
	lenient.reset();
	strict.reset();
});
afterAll(async () => {
	await lenient.close();
	await strict.close();
});

/** Both have the same seed, so that an ID of one is an ID of the other. */
const both = async (...call: Parameters<ReturnType<typeof caller>>) => {
	const [taken, refused] = [await caller(lenient)(...call), await caller(strict)(...call)];
	return { taken, refused };
};

const open = () => lenient.incidents().findLast(({ status }) => status === 'triggered')?.id ?? '';
const service = () => ({ id: lenient.services()[0]?.id ?? '', type: 'service_reference' });
const incident = (fields: object) => ({
	body: { incident: { type: 'incident', title: 'Disk full', service: service(), ...fields } },
});

it.each([
	'/incidents?colour=red',
	'/users?include_everything=true',
	'/webhook_subscriptions?query=n8n',
	'/teams?limit=1&limit=2',
])('ignores a query parameter that it does not know, or knows once: %s', async (path) => {
	const { taken, refused } = await both('GET', path);
	expect([taken.status, refused.status]).toEqual([200, 400]);
});

it('takes total and limit on lists that have no pages, as pd sends them', async () => {
	const { taken, refused } = await both('GET', `/incidents/${open()}/notes?total=true&limit=25`);
	expect([taken.status, refused.status]).toEqual([200, 400]);
});

it('takes True for true in a query, as python-pagerduty sends it', async () => {
	const { taken, refused } = await both('GET', '/teams?total=True&limit=1');
	expect([taken.status, refused.status]).toEqual([200, 400]);
	expect(taken.at('total')).toBe(3);
});

it('takes the last of a parameter that was given twice', async () => {
	expect((await caller(lenient)('GET', '/teams?limit=1&limit=2')).column('teams', 'id')).toHaveLength(2);
});

it.each([
	['id and duration', { status: 'acknowledged', id: 'PXXXXXX', duration: 3600 }],
	['the time of an assignment', 'assignments'],
])('ignores %s in the body of an update', async (_what, fields) => {
	const assignee = { id: lenient.users()[3]?.id, type: 'user_reference' };
	const change =
		fields === 'assignments' ? { assignments: [{ at: '2026-01-01T00:00:00Z', assignee }] } : fields;
	const body = { incident: { type: 'incident', ...Object(change) } };
	const { taken, refused } = await both('PUT', `/incidents/${open()}`, { body });
	expect([taken.status, refused.status]).toEqual([200, 400]);
});

it('takes back a whole incident of its own, and changes what differs only', async () => {
	const call = caller(lenient);
	const before = await call('GET', `/incidents/${open()}`);
	const whole = { ...Object(before.at('incident')), title: 'Another title' };
	const after = await call('PUT', `/incidents/${open()}`, { body: { incident: whole } });
	expect(after.status).toBe(200);
	expect(after.at('incident')).toEqual({
		...whole,
		description: 'Another title',
		summary: expect.stringContaining('Another title'),
		updated_at: expect.any(String),
	});
	const log = await call('GET', `/incidents/${open()}/log_entries`);
	expect(log.column('log_entries', 'type')).toEqual(['field_value_change_log_entry', 'trigger_log_entry']);
});

it('takes null for a priority that is not wanted', async () => {
	const { taken, refused } = await both('POST', '/incidents', incident({ priority: null }));
	expect([taken.status, refused.status]).toEqual([201, 400]);
	expect(taken.at('incident', 'priority')).toBeUndefined();
});

it('ignores the user of a note: it is that of From', async () => {
	const user = { id: lenient.users()[5]?.id, type: 'user_reference' };
	const body = { note: { content: 'Looking', user } };
	const { taken, refused } = await both('POST', `/incidents/${open()}/notes`, { body });
	expect([taken.status, refused.status]).toEqual([200, 400]);
	expect(taken.at('note', 'user', 'summary')).toBe('Maya Lindqvist');
});

it('still refuses what is missing or wrong', async () => {
	const call = caller(lenient);
	const without = await call('POST', '/incidents', incident({ title: null }));
	expect([without.status, without.at('error', 'errors')]).toEqual([400, ['incident.title: Required']]);
	expect((await call('POST', '/incidents', incident({ urgency: 'huge', colour: 'red' }))).status).toBe(400);
	expect((await call('POST', '/incidents', incident({ assignments: [null] }))).status).toBe(400);
	expect((await call('GET', '/incidents?limit=many')).status).toBe(400);
	expect((await call('POST', '/incidents', { body: null })).status).toBe(400);
});

it('needs no Accept header', async () => {
	const { taken, refused } = await both('GET', '/teams', { headers: { accept: '*/*' } });
	expect([taken.status, refused.status]).toEqual([200, 400]);
});

it('ignores fields of an event that the Events API does not know', async () => {
	const event = {
		routing_key: sandboxIntegrationKeys['Checkout API'],
		event_action: 'trigger',
		payload: { summary: 'Disk full', source: 'db-7', severity: 'error', colour: 'red' },
		version: 2,
	};
	const { taken, refused } = await both('POST', '/v2/enqueue', { body: event, key: null, from: null });
	expect([taken.status, refused.status]).toEqual([202, 400]);
});
