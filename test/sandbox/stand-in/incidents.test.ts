import { type Sandbox, startSandbox } from '../../../sandbox';
import { caller } from './caller';

let sandbox: Sandbox;
let call: ReturnType<typeof caller>;

beforeAll(async () => {
	sandbox = await startSandbox({ strict: true });
	call = caller(sandbox);
});
beforeEach(() => sandbox.reset('empty'));
afterAll(async () => await sandbox.close());

const reference = (type: string, id: string | undefined) => ({ id, type: `${type}_reference` });
const create = (fields: object = {}) =>
	call('POST', '/incidents', {
		body: {
			incident: {
				type: 'incident',
				title: 'Disk full',
				service: reference('service', sandbox.services()[0]?.id),
				...fields,
			},
		},
	});
const update = (id: string, fields: object, from?: string) =>
	call('PUT', `/incidents/${id}`, { body: { incident: { type: 'incident', ...fields } }, from });
const bulk = (...incidents: object[]) =>
	call('PUT', '/incidents', { body: { incidents: incidents.map((one) => ({ type: 'incident', ...one })) } });
const logOf = async (id: string) =>
	(await call('GET', `/incidents/${id}/log_entries`)).column('log_entries', 'type').reverse();

describe('creating an incident', () => {
	it('opens it on the service, assigned by the escalation policy', async () => {
		const answer = await create({ urgency: 'low', body: { type: 'incident_body', details: '98 % used' } });
		expect(answer.status).toBe(201);
		expect(answer.at('incident')).toMatchObject({
			status: 'triggered',
			urgency: 'low',
			assigned_via: 'escalation_policy',
			assignments: [{ assignee: { summary: 'Maya Lindqvist' } }],
			body: { details: '98 % used' },
		});
		expect(answer.text('incident', 'id')).toMatch(/^Q[0-9A-Z]{13}$/);
	});

	it('refuses a key that an open incident of the service has, and takes it again once that is resolved', async () => {
		const first = await create({ incident_key: 'disk/7' });
		const second = await create({ incident_key: 'disk/7' });
		expect(second.status).toBe(400);
		expect(second.at('error', 'code')).toBe(2002);
		const elsewhere = { service: reference('service', sandbox.services()[1]?.id), incident_key: 'disk/7' };
		expect((await create(elsewhere)).status).toBe(201);
		sandbox.resolve(first.text('incident', 'id'));
		expect((await create({ incident_key: 'disk/7' })).status).toBe(201);
	});

	it('refuses assignees beside an escalation policy, and what does not exist', async () => {
		const user = { assignee: reference('user', sandbox.users()[4]?.id) };
		const policies = await call('GET', '/escalation_policies');
		const policy = reference('escalation_policy', policies.text('escalation_policies', 0, 'id'));
		expect((await create({ assignments: [user], escalation_policy: policy })).status).toBe(400);
		expect((await create({ service: reference('service', 'PNOWHERE') })).at('error', 'code')).toBe(2001);
		expect((await create({ incident_type: { name: 'no_such_type' } })).status).toBe(400);
		const assigned = await create({ assignments: [user] });
		expect(assigned.at('incident', 'assignments', 0, 'assignee', 'summary')).toBe('Aisha Bello');
	});
});

describe('changing an incident', () => {
	it('acknowledges for the From user, resolves with a resolution, and logs both', async () => {
		const { id } = sandbox.trigger();
		const acknowledged = await update(id, { status: 'acknowledged' }, 'mei.tanaka@harborline.example');
		expect(acknowledged.at('incident', 'assignments', 0, 'assignee', 'summary')).toBe('Mei Tanaka');
		const resolved = await update(id, { status: 'resolved', resolution: 'Disk replaced' });
		expect(resolved.at('incident')).toMatchObject({ status: 'resolved', assignments: [] });
		expect(resolved.text('incident', 'resolved_at')).toMatch(/Z$/);
		expect(await logOf(id)).toEqual(['trigger_log_entry', 'acknowledge_log_entry', 'resolve_log_entry']);
		const log = await call('GET', `/incidents/${id}/log_entries`);
		expect(log.at('log_entries', 0, 'note')).toBe('Disk replaced');
	});

	it('refuses to resolve twice (1001) and to acknowledge twice as the same user (1002)', async () => {
		const { id } = sandbox.trigger();
		await update(id, { status: 'acknowledged' });
		expect((await update(id, { status: 'acknowledged' })).at('error', 'code')).toBe(1002);
		await update(id, { status: 'resolved' });
		expect((await update(id, { status: 'resolved' })).at('error', 'code')).toBe(1001);
		expect((await update(id, { escalation_level: 2 })).at('error', 'code')).toBe(1001);
	});

	it('reopens a resolved incident', async () => {
		const { id } = sandbox.trigger();
		sandbox.resolve(id);
		const answer = await update(id, { status: 'triggered' });
		expect(answer.at('incident')).toMatchObject({ status: 'triggered', resolved_at: null });
	});

	it('escalates along the policy and refuses a level that it does not have', async () => {
		const { id } = sandbox.trigger();
		const answer = await update(id, { escalation_level: 2 });
		expect(answer.at('incident', 'assignments', 0, 'assignee', 'summary')).toBe('Tomás Herrera');
		expect((await update(id, { escalation_level: 9 })).status).toBe(400);
	});

	it('changes title, urgency, priority, bridge, assignees and service, each with its log entry', async () => {
		const { id } = sandbox.trigger();
		const answer = await update(id, {
			title: 'Disk of the database is full',
			urgency: 'low',
			priority: 'P2',
			conference_bridge: { conference_url: 'https://meet.example/7' },
			assignments: [{ assignee: reference('user', sandbox.users()[8]?.id) }],
			service: reference('service', sandbox.services()[3]?.id),
		});
		expect(answer.at('incident')).toMatchObject({
			title: 'Disk of the database is full',
			urgency: 'low',
			priority: { summary: 'P2' },
			service: { summary: 'Order Fulfilment' },
			assigned_via: 'direct_assignment',
		});
		expect(await logOf(id)).toEqual([
			'trigger_log_entry',
			'field_value_change_log_entry',
			'urgency_change_log_entry',
			'field_value_change_log_entry',
			'field_value_change_log_entry',
			'field_value_change_log_entry',
			'assign_log_entry',
		]);
	});

	it('is found by its number as well', async () => {
		const { id, number } = sandbox.trigger();
		expect((await call('GET', `/incidents/${number}`)).at('incident', 'id')).toBe(id);
		const missing = await call('GET', '/incidents/QNOWHERE');
		expect(missing.status).toBe(404);
		expect(missing.at('error', 'code')).toBe(5001);
	});
});

describe('changing many incidents at once', () => {
	it('answers in the order of the request', async () => {
		const ids = sandbox
			.addIncidents(250)
			.map(({ id }) => id)
			.reverse();
		const answer = await bulk(...ids.map((id) => ({ id, status: 'acknowledged' })));
		expect(answer.status).toBe(200);
		expect(answer.column('incidents', 'id')).toEqual(ids);
		expect(new Set(answer.column('incidents', 'status'))).toEqual(new Set(['acknowledged']));
	});

	it('refuses the whole request, and changes nothing, when one incident is bad', async () => {
		const [good, resolved] = sandbox.addIncidents(2).map(({ id }) => id);
		sandbox.resolve(resolved ?? '');
		const answer = await bulk({ id: good, status: 'resolved' }, { id: resolved, status: 'resolved' });
		expect(answer.status).toBe(400);
		expect(
			(await bulk({ id: good, status: 'resolved' }, { id: 'QNOWHERE', status: 'resolved' })).status,
		).toBe(400);
		expect(sandbox.incident(good ?? '')?.status).toBe('triggered');
	});

	it('refuses more than 250 with 413', async () => {
		const ids = sandbox.addIncidents(251).map(({ id }) => ({ id, status: 'acknowledged' }));
		expect((await bulk(...ids)).status).toBe(413);
	});
});

describe('notes', () => {
	it('are added in the name of the From user and listed newest first', async () => {
		const { id } = sandbox.trigger();
		const note = (content: string) => call('POST', `/incidents/${id}/notes`, { body: { note: { content } } });
		await note('First');
		const second = await note('Zweite 🚒');
		expect(second.at('note')).toMatchObject({ content: 'Zweite 🚒', user: { summary: 'Maya Lindqvist' } });
		const list = await call('GET', `/incidents/${id}/notes`);
		expect(list.column('notes', 'content')).toEqual(['Zweite 🚒', 'First']);
		expect((await note('  ')).status).toBe(400);
	});
});
