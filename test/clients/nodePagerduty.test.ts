import { sandboxIntegrationKeys, sandboxKeys } from '../../sandbox';
import { type Call, type Clients, installing, openClients } from './clients';

let clients: Clients;
beforeAll(async () => (clients = await openClients()), installing);
beforeEach(() => clients.sandbox.reset());
afterAll(async () => await clients?.close());

const call = (...calls: Call[]) => clients.call('node-pagerduty', sandboxKeys.account, ...calls);
const from = sandboxKeys.userEmail;
const nobody = 'PXXXXXX';

/** Each function that asks for something that the sandbox has, with arguments that PagerDuty would take. */
function known(): Call[] {
	const { sandbox } = clients;
	const [incident, other] = sandbox.incidents().filter(({ status }) => status === 'triggered');
	const id = incident?.id ?? '';
	const user = sandbox.users()[0]?.id ?? '';
	const service = { id: sandbox.services()[0]?.id, type: 'service_reference' };
	const policy = incident?.policyId;
	const schedule = sandbox.schedules()[0]?.id;
	const team = sandbox.users()[0]?.teamIds[0];
	const entry = sandbox.log(id)[0]?.id;
	const change = (fields: object) => ({ id, type: 'incident_reference', ...fields });
	const title = 'From node-pagerduty';
	return [
		['abilities.listAbilities'],
		['escalationPolicies.listEscalationPolicies', { query: 'on-call', include: ['services', 'targets'] }],
		['escalationPolicies.getEscalationPolicy', policy, { include: ['services'] }],
		[
			'events.sendEvent',
			{
				routing_key: sandboxIntegrationKeys['Checkout API'],
				event_action: 'trigger',
				dedup_key: 'node-pagerduty',
				payload: { summary: 'Disk full', source: 'db-7', severity: 'critical' },
			},
		],
		['incidents.listIncidents', { statuses: ['triggered', 'acknowledged'], limit: 5, total: true }],
		['incidents.createIncident', from, { incident: { type: 'incident', title, service } }],
		['incidents.getIncident', id],
		['incidents.updateIncident', id, from, { incident: change({ status: 'acknowledged' }) }],
		[
			'incidents.manageIncident',
			from,
			{ incidents: [{ id: other?.id, type: 'incident_reference', status: 'resolved' }] },
		],
		['incidents.listLogEntries', id, { is_overview: true }],
		['incidents.listNotes', id],
		['incidents.createNote', id, from, { note: { content: 'Looking' } }],
		['priorities.listPriorities'],
		['logEntries.listLogEntries', { is_overview: true, include: ['incidents'] }],
		['logEntries.getLogEntry', entry, { include: ['channels'] }],
		['onCalls.listAllOnCalls', { earliest: true, include: ['users'] }],
		['schedules.listSchedule', { query: 'rotation' }],
		['schedules.getSchedule', schedule, { since: '2026-03-02', until: '2026-03-03', overflow: true }],
		['services.listServices', { include: ['teams'], sort_by: 'name:desc' }],
		['services.getService', service.id, { include: ['integrations'] }],
		['teams.listTeams', { query: 'plat' }],
		['teams.createTeam', { team: { type: 'team', name: title } }],
		['teams.getTeam', team, {}],
		['teams.updateTeam', team, { team: { type: 'team', name: 'Storefront and more' } }],
		['users.listUsers', { query: 'maya', include: ['contact_methods'] }],
		['users.getUser', user, { include: ['teams'] }],
	];
}

describe('node-pagerduty', () => {
	it('is taken in whatever it asks of what there is', async () => {
		const calls = known();
		const answers = await call(...calls);
		const refused = calls.filter((_call, index) => answers[index] === null).map(([name]) => name);
		expect(clients.refusals()).toEqual([]);
		expect(refused).toEqual([]);
		const answer = (name: string) => answers[calls.findIndex(([path]) => path === name)];
		expect(answer('incidents.createIncident')).toMatchObject({ incident: { title: 'From node-pagerduty' } });
		expect(answer('incidents.updateIncident')).toMatchObject({ incident: { status: 'acknowledged' } });
		expect(answer('incidents.manageIncident')).toMatchObject({ incidents: [{ status: 'resolved' }] });
		expect(answer('incidents.createNote')).toMatchObject({ note: { content: 'Looking' } });
		expect(answer('users.listUsers')).toMatchObject({ users: [{ email: from }] });
		expect(answer('events.sendEvent')).toMatchObject({ status: 'success', dedup_key: 'node-pagerduty' });
	});

	it('knows whose a user key is', async () => {
		const [me] = await clients.call('node-pagerduty', sandboxKeys.user, ['users.getCurrentUser', {}]);
		expect(me).toMatchObject({ user: { email: from } });
		expect(clients.refusals()).toEqual([]);
	});

	it('is refused nothing else but what names nobody, or what there is no route for yet', async () => {
		// Of these, the sandbox has the route, and `known` has those that succeed.
		const ofOthers = ['options', 'users.getCurrentUser', 'teams.deleteTeam'];
		const tried = new Set([...known().map(([name]) => name), ...ofOthers]);
		const names = (await clients.functions('node-pagerduty')).filter((name) => !tried.has(name));
		expect(names.length).toBeGreaterThan(70);
		await call(...names.map((name): Call => [name, nobody, nobody, {}]));
		// These arguments are nonsense: where there is a route, it says so.
		const sensible = clients.refusals().filter((line) => !/ → 400$|PXXXXXX.* → 404$/.test(line));
		expect(sensible).toEqual([]);
	});
});
