import { sandboxKeys } from '../../../sandbox';
import {
	bulk,
	change,
	type Ids,
	incident,
	maintenance,
	reference,
	type Step,
	subscription,
	team,
} from './bodies';

const every = (...names: string[]) => names.map((name) => `include[]=${name}`).join('&');
const incidentIncludes = every(
	...['acknowledgers', 'agents', 'assignees', 'conference_bridge', 'escalation_policies'],
	...['first_trigger_log_entries', 'priorities', 'services', 'teams', 'users'],
);

/** A time so many hours ahead. */
const soon = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

/** One call of each operation for each kind of answer that it can give; made when the ids are known. */
export const successes: Record<string, (ids: Ids) => Step[]> = {
	incidents: (ids) => [
		['GET', '/incidents', 200],
		['GET', `/incidents?limit=100&total=true&${incidentIncludes}`, 200],
		['GET', '/incidents?limit=5&time_zone=America/Lima&sort_by=created_at:desc', 200],
		['GET', `/incidents/${ids.open}?${incidentIncludes}&include[]=custom_fields`, 200],
		['GET', `/incidents/${ids.resolved}`, 200],
		[
			'POST',
			'/incidents',
			201,
			{ body: incident(ids, { body: { type: 'incident_body', details: 'Text' } }) },
		],
		[
			'POST',
			'/incidents',
			201,
			{
				body: incident(ids, {
					urgency: 'low',
					incident_key: 'disk/7',
					incident_type: { name: 'major_incident' },
					assignments: [{ assignee: reference('user', ids.user) }],
					conference_bridge: {
						conference_number: '+1 415-555-1212',
						conference_url: 'https://meet.example/7',
					},
				}),
			},
		],
	],
	'changes of incidents': (ids) => [
		[
			'PUT',
			`/incidents/${ids.open}`,
			200,
			{ body: change({ title: 'New', urgency: 'low', priority: 'P1' }) },
		],
		['PUT', `/incidents/${ids.open}`, 200, { body: change({ escalation_level: 2 }) }],
		[
			'PUT',
			`/incidents/${ids.open}`,
			200,
			{ body: change({ escalation_policy: reference('escalation_policy', ids.policy) }) },
		],
		[
			'PUT',
			`/incidents/${ids.open}`,
			200,
			{ body: change({ assignments: [{ assignee: reference('user', ids.user) }] }) },
		],
		['PUT', '/incidents', 200, { body: bulk({ id: ids.open, status: 'acknowledged' }) }],
		['GET', `/incidents?statuses[]=acknowledged&${incidentIncludes}`, 200],
		['POST', `/incidents/${ids.open}/notes`, 200, { body: { note: { content: 'Looking' } } }],
		['PUT', `/incidents/${ids.open}`, 200, { body: change({ status: 'triggered' }) }],
		['PUT', '/incidents', 200, { body: bulk({ id: ids.open, status: 'resolved', resolution: 'Done' }) }],
		['GET', `/incidents/${ids.open}/notes`, 200],
		['GET', `/incidents/${ids.open}/log_entries?limit=100`, 200],
		['GET', `/incidents/${ids.open}/log_entries?${every('incidents', 'services', 'channels', 'teams')}`, 200],
		['GET', '/log_entries?limit=100', 200],
		['GET', `/log_entries?is_overview=true&${every('incidents', 'services', 'channels', 'teams')}`, 200],
		['GET', `/log_entries/${ids.log}`, 200],
	],
	'what is done to incidents': (ids) => [
		['POST', `/incidents/${ids.open}/snooze`, 201, { body: { duration: 3600 } }],
		['GET', `/incidents/${ids.open}/log_entries`, 200],
		[
			'PUT',
			`/incidents/${ids.open}/merge`,
			200,
			{ body: { source_incidents: [reference('incident', ids.alsoOpen)] } },
		],
		['GET', `/incidents/${ids.alsoOpen}`, 200],
		['PUT', `/incidents/${ids.open}/notes/${ids.note}`, 200, { body: { note: { content: 'Seen' } } }],
		['DELETE', `/incidents/${ids.open}/notes/${ids.note}`, 204],
	],
	'what goes on around incidents': (ids) => [
		...(
			['past_incidents', 'related_incidents', 'related_incidents?additional_details[]=incident'] as const
		).map((path): Step => ['GET', `/incidents/${ids.open}/${path}`, 200]),
		['GET', `/incidents/${ids.open}/past_incidents?limit=999`, 200],
		['GET', `/incidents/${ids.open}/outlier_incident`, 200],
		['GET', `/incidents/${ids.open}/outlier_incident?additional_details[]=incident`, 200],
		['GET', `/incidents/${ids.open}/related_change_events?limit=10`, 200],
		['GET', `/incidents/${ids.open}/custom_fields/values`, 200],
		[
			'POST',
			`/incidents/${ids.open}/responder_requests`,
			200,
			{
				body: {
					requester_id: ids.user,
					message: 'Please help',
					responder_request_targets: [
						{ responder_request_target: reference('user', ids.user) },
						{ responder_request_target: reference('escalation_policy', ids.policy) },
					],
				},
			},
		],
		['GET', `/incidents/${ids.open}`, 200],
		[
			'PUT',
			`/incidents/${ids.open}/responder_requests/cancel`,
			200,
			{ body: { requester_id: ids.user, responder_request_targets: [reference('user', ids.user)] } },
		],
		[
			'POST',
			`/incidents/${ids.open}/status_updates`,
			200,
			{ body: { message: 'Late', subject: 'Mail', html_message: '<p>Late</p>' } },
		],
		[
			'POST',
			`/incidents/${ids.open}/status_updates/subscribers`,
			200,
			{ body: { subscribers: [{ subscriber_id: ids.user, subscriber_type: 'user' }] } },
		],
		['GET', `/incidents/${ids.open}/status_updates/subscribers`, 200],
		[
			'POST',
			`/incidents/${ids.open}/status_updates/unsubscribe`,
			200,
			{ body: { subscribers: [{ subscriber_id: ids.user, subscriber_type: 'user' }] } },
		],
		[
			'PUT',
			`/incidents/${ids.open}/business_services/${ids.businessService}/impacts`,
			200,
			{ body: { relation: 'impacted' } },
		],
		['GET', `/incidents/${ids.open}/business_services/impacts`, 200],
	],
	'alerts of incidents': (ids) => [
		['GET', `/incidents/${ids.open}/alerts?limit=10&total=true&statuses[]=triggered`, 200],
		[
			'GET',
			`/incidents/${ids.open}/alerts?sort_by=resolved_at:desc&${every('services', 'incidents', 'first_trigger_log_entries')}`,
			200,
		],
		['GET', `/incidents/${ids.open}/alerts/${ids.alert}`, 200],
		[
			'PUT',
			`/incidents/${ids.open}/alerts/${ids.alert}`,
			200,
			{ body: { alert: { type: 'alert', incident: reference('incident', ids.alsoOpen) } } },
		],
		[
			'PUT',
			`/incidents/${ids.alsoOpen}/alerts`,
			200,
			{ body: { alerts: [{ id: ids.alert, type: 'alert', status: 'resolved' }] } },
		],
	],
	'the account': (ids) => [
		['GET', '/services?limit=100', 200],
		['GET', `/services?${every('escalation_policies', 'teams', 'integrations')}`, 200],
		['GET', `/services/${ids.service}?${every('auto_pause_notifications_parameters', 'teams')}`, 200],
		['GET', '/users?limit=100&total=true', 200],
		['GET', `/users?${every('contact_methods', 'notification_rules', 'teams')}`, 200],
		['GET', `/users/${ids.user}`, 200],
		['GET', '/users/me', 200, { key: sandboxKeys.user }],
		['GET', `/users/${ids.user}/contact_methods`, 200],
		['GET', `/users/${ids.user}/notification_rules?urgency=all`, 200],
		['GET', `/users/${ids.user}/notification_rules?${every('contact_methods')}`, 200],
		['GET', '/teams', 200],
		['GET', `/teams/${ids.team}/members?total=true`, 200],
		['GET', `/teams/${ids.team}/members?${every('users')}`, 200],
		['GET', `/teams/${ids.team}`, 200],
		['GET', '/escalation_policies', 200],
		['GET', `/escalation_policies?${every('services', 'teams', 'targets')}`, 200],
		['GET', `/escalation_policies/${ids.policy}?${every('escalation_rule_assignment_strategies')}`, 200],
		['GET', '/priorities', 200],
		['GET', '/abilities', 200],
		['GET', '/incidents/types?filter=all', 200],
	],
	'business services': (ids) => [
		['GET', '/business_services?limit=100&total=true', 200],
		['GET', `/business_services/${ids.businessService}`, 200],
		['GET', '/business_services/impacts', 200],
		[
			'GET',
			`/business_services/impacts?ids[]=${ids.businessService}&additional_fields[]=services.highest_impacting_priority&additional_fields[]=total_impacted_count`,
			200,
		],
		['GET', `/service_dependencies/business_services/${ids.businessService}`, 200],
		['GET', `/service_dependencies/technical_services/${ids.service}`, 200],
	],
	'who is on call': (ids) => [
		['GET', '/schedules?limit=100&total=true', 200],
		[
			'GET',
			`/schedules?${every('schedule_layers', 'overrides_subschedule', 'final_schedule')}&include_next_oncall_for_user=${ids.user}`,
			200,
		],
		['GET', '/schedules?query=rotation&time_zone=Europe/Berlin', 200],
		['GET', `/schedules/${ids.schedule}`, 200],
		['GET', `/schedules/${ids.schedule}?since=2026-03-02T00:00:00Z&until=2026-03-05T00:00:00Z`, 200],
		['GET', `/schedules/${ids.schedule}?since=2026-03-02T00:00:00Z&overflow=true`, 200],
		['GET', '/oncalls?limit=100', 200],
		['GET', `/oncalls?schedule_ids[]=${ids.schedule}&since=2026-03-02T00:00:00Z&earliest=true`, 200],
		['GET', `/oncalls?limit=100&${every('escalation_policies', 'users', 'schedules')}`, 200],
	],
	'overrides of schedules': (ids) => [
		['GET', `/schedules/${ids.schedule}/users?since=2026-03-02T00:00:00Z&until=2026-03-05T00:00:00Z`, 200],
		[
			'POST',
			`/schedules/${ids.schedule}/overrides`,
			201,
			{
				body: {
					overrides: [
						{ start: soon(1), end: soon(2), user: reference('user', ids.user) },
						{ start: soon(2), end: soon(1), user: reference('user', ids.user) },
					],
				},
			},
		],
		['GET', `/schedules/${ids.schedule}/overrides?since=${soon(0)}&until=${soon(3)}`, 201],
		['GET', `/schedules/${ids.schedule}/overrides?since=${soon(0)}&until=${soon(3)}&editable=true`, 201],
		['DELETE', `/schedules/${ids.schedule}/overrides/${ids.override}`, 204],
		['DELETE', `/schedules/${ids.schedule}/overrides/${ids.begunOverride}`, 200],
	],
	'maintenance windows': (ids) => [
		['GET', `/maintenance_windows?limit=100&filter=all&${every('services', 'teams', 'users')}`, 200],
		['GET', `/maintenance_windows/${ids.window}`, 200],
		['GET', `/maintenance_windows/${ids.window}?${every('services', 'teams', 'users')}`, 200],
		['POST', '/maintenance_windows', 201, { body: maintenance(ids.service, soon(1), soon(2)) }],
		['PUT', `/maintenance_windows/${ids.window}`, 200, { body: maintenance(ids.service, soon(1), soon(3)) }],
		['DELETE', `/maintenance_windows/${ids.window}`, 204],
	],
	'what an account defines, and whom it told': (ids) => [
		['GET', '/tags?total=true', 200],
		['GET', '/incidents/types/major_incident/custom_fields', 200],
		['GET', `/incidents/types/major_incident/custom_fields?${every('field_options')}`, 200],
		['GET', `/services/${ids.service}/custom_fields/values`, 200],
		['GET', `/notifications?since=${soon(-999)}&until=${soon(1)}&limit=100`, 200],
		['GET', `/notifications?since=${soon(-999)}&until=${soon(1)}&${every('users')}`, 200],
	],
	'teams, as of everything plain': (ids) => [
		['POST', '/teams', 201, { body: team('Night Watch', { description: '' }) }],
		['PUT', `/teams/${ids.team}`, 200, { body: team('Day Watch') }],
		['DELETE', `/teams/${ids.emptyTeam}`, 204],
	],
	'webhook subscriptions': (ids) => [
		[
			'POST',
			'/webhook_subscriptions',
			200,
			{ body: subscription({ oauth_client_id: 'AGMEB7F7YJYELCPG4Y5YWMYGXE' }) },
		],
		['POST', '/webhook_subscriptions', 200, { body: subscription() }],
		[
			'POST',
			'/webhook_subscriptions',
			200,
			{ body: subscription({ filter: reference('service', ids.service), description: undefined }) },
		],
		['GET', '/webhook_subscriptions?total=true', 200],
		['GET', `/webhook_subscriptions?filter_type=service&filter_id=${ids.service}`, 200],
		['GET', `/webhook_subscriptions/${ids.subscription}`, 200],
		[
			'PUT',
			`/webhook_subscriptions/${ids.subscription}`,
			200,
			{ body: { webhook_subscription: { events: ['incident.resolved'], active: false } } },
		],
		['POST', `/webhook_subscriptions/${ids.subscription}/enable`, 200],
		['POST', `/webhook_subscriptions/${ids.subscription}/ping`, 202],
		['DELETE', `/webhook_subscriptions/${ids.subscription}`, 204],
	],
};
