import { sandboxKeys } from '../../../sandbox';
import { accountSuccesses } from './accountSuccesses';
import { bulk, change, every, type Ids, incident, reference, type Step, subscription, team } from './bodies';
import { incidentSuccesses } from './incidentSuccesses';

const incidentIncludes = every(
	...['acknowledgers', 'agents', 'assignees', 'conference_bridge', 'escalation_policies'],
	...['first_trigger_log_entries', 'priorities', 'services', 'teams', 'users'],
);

/** One call of each operation for each kind of answer that it can give; made when the ids are known. */
export const successes: Record<string, (ids: Ids) => Step[]> = {
	...accountSuccesses,
	...incidentSuccesses,
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
		['GET', '/abilities/teams', 204],
		['GET', '/incidents/types?filter=all', 200],
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
