import { type Sandbox, sandboxIntegrationKeys, sandboxKeys } from '../../sandbox';
import type { Call } from './clients';

const from = sandboxKeys.userEmail;
const hour = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * hour).toISOString();

/** Each function of node-pagerduty that asks for something that the sandbox has, with arguments that PagerDuty would take. */
export const knownCalls = (sandbox: Sandbox): Call[] => [
	...callsAboutIncidents(sandbox),
	...callsAboutResponse(sandbox),
	...callsAboutPeople(sandbox),
	...callsAboutServices(sandbox),
];

const serviceOf = (sandbox: Sandbox) => ({ id: sandbox.services()[0]?.id, type: 'service_reference' });

function callsAboutIncidents(sandbox: Sandbox): Call[] {
	const [incident, other] = sandbox.incidents().filter(({ status }) => status === 'triggered');
	const id = incident?.id ?? '';
	const change = (fields: object) => ({ id, type: 'incident_reference', ...fields });
	const title = 'From node-pagerduty';
	return [
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
		[
			'incidents.createIncident',
			from,
			{ incident: { type: 'incident', title, service: serviceOf(sandbox) } },
		],
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
		['logEntries.listLogEntries', { is_overview: true, include: ['incidents'] }],
		['logEntries.getLogEntry', sandbox.log(id)[0]?.id, { include: ['channels'] }],
		['notifications.listNotifications', { since: inHours(-24), until: inHours(0) }],
		['analytics.getIncidentData', id],
	];
}

function callsAboutResponse(sandbox: Sandbox): Call[] {
	const { id } = sandbox.trigger({ title: 'With alerts' });
	const { id: source } = sandbox.trigger({ title: 'The same again' });
	const { id: first } = sandbox.alert(id, { key: 'first', summary: 'Disk full' });
	const { id: second } = sandbox.alert(id, { key: 'second', summary: 'Disk slow' });
	const [maya, asked] = sandbox.users();
	const target = { responder_request_target: { id: asked?.id, type: 'user_reference' } };
	return [
		['incidents.listAlerts', id, { statuses: ['triggered'], include: ['services'] }],
		['incidents.getAlert', id, first],
		['incidents.updateAlert', id, first, from, { alert: { type: 'alert', status: 'resolved' } }],
		['incidents.manageAlerts', id, from, { alerts: [{ id: second, type: 'alert', status: 'triggered' }] }],
		['incidents.createStatusUpdate', id, from, { message: 'We are looking into it' }],
		[
			'incidents.createResponderRequest',
			id,
			from,
			{ requester_id: maya?.id, message: 'Please help', responder_request_targets: [target] },
		],
		['incidents.snoozeIncident', id, from, { duration: 3600 }],
		[
			'incidents.mergeIncidents',
			id,
			from,
			{ source_incidents: [{ id: source, type: 'incident_reference' }] },
		],
	];
}

function callsAboutPeople(sandbox: Sandbox): Call[] {
	const [maya, other] = sandbox.users();
	const team = maya?.teamIds[0];
	const [schedule] = sandbox.schedules();
	const id = schedule?.id ?? '';
	sandbox.override(id, { userId: other?.id ?? '', start: inHours(48), end: inHours(50) });
	const override = { start: inHours(1), end: inHours(2), user: { id: maya?.id, type: 'user_reference' } };
	const range = { since: inHours(0), until: inHours(72) };
	return [
		['abilities.listAbilities'],
		['abilities.testAbility', 'teams'],
		['contextualSearch.listTags', { query: 'a' }],
		['escalationPolicies.listEscalationPolicies', { query: 'on-call', include: ['services', 'targets'] }],
		[
			'escalationPolicies.getEscalationPolicy',
			sandbox.escalationPolicies()[0]?.id,
			{ include: ['services'] },
		],
		['onCalls.listAllOnCalls', { earliest: true, include: ['users'] }],
		['schedules.listSchedule', { query: 'rotation' }],
		['schedules.getSchedule', id, { since: '2026-03-02', until: '2026-03-03', overflow: true }],
		['schedules.listOverrides', id, range],
		['schedules.createOverride', id, { overrides: [override] }],
		['schedules.deleteOverride', id, schedule?.overrides[0]?.id],
		['schedules.listUsersOnCall', id, range],
		['teams.listTeams', { query: 'plat' }],
		['teams.createTeam', { team: { type: 'team', name: 'From node-pagerduty' } }],
		['teams.getTeam', team, {}],
		['teams.getTeamMembers', team, { include: ['users'] }],
		['teams.updateTeam', team, { team: { type: 'team', name: 'Storefront and more' } }],
		['users.listUsers', { query: 'maya', include: ['contact_methods'] }],
		['users.getUser', maya?.id, { include: ['teams'] }],
		['users.listContactMethods', maya?.id],
		['users.listNotificationRules', maya?.id, { include: ['contact_methods'] }],
	];
}

function callsAboutServices(sandbox: Sandbox): Call[] {
	const service = serviceOf(sandbox);
	const [business] = sandbox.businessServices();
	// The first one is over, and stays as it was.
	const [, planned] = sandbox.maintenanceWindows();
	const times = { start_time: inHours(1), end_time: inHours(2), services: [service] };
	const maintenance_window = { type: 'maintenance_window', description: 'Other disks', ...times };
	return [
		['businessServices.listBusinessServices', { limit: 3 }],
		['businessServices.getBusinessService', business?.id],
		['maintenanceWindows.listMaintenanceWindows', { include: ['services'], filter: 'future' }],
		['maintenanceWindows.createMaintenanceWindow', from, { maintenance_window }],
		['maintenanceWindows.getMaintenanceWindow', planned?.id, { include: ['services'] }],
		['maintenanceWindows.updateMaintenanceWindow', planned?.id, { maintenance_window }],
		['maintenanceWindows.deleteMaintenanceWindow', planned?.id],
		['priorities.listPriorities'],
		['serviceDependencies.getBusinessServiceDependencies', business?.id],
		['serviceDependencies.getTechnicalServiceDependencies', service.id],
		['services.listServices', { include: ['teams'], sort_by: 'name:desc' }],
		['services.getService', service.id, { include: ['integrations'] }],
	];
}
