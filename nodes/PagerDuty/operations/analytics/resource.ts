import type { ResourceFacts } from '../../engine/operation';

/** PagerDuty computes these figures about once a day. */
export const analytics: ResourceFacts = {
	option: {
		name: 'Analytics',
		value: 'analytics',
		description: 'Figures over incidents and people: how many, how fast, how often at night',
	},
	scope: 'analytics',
	one: 'incident',
	list: 'data',
	simple: [],
};

/** PagerDuty asks for it although these only read: they are POSTs. */
export const scopes = ['analytics.write'];

/** What Simplify keeps of an incident with its figures. */
export const simpleIncident = [
	'id',
	'incident_number',
	'description',
	'status',
	'urgency',
	'priority_name',
	'major',
	'service_id',
	'service_name',
	'team_id',
	'team_name',
	'escalation_policy_id',
	'escalation_policy_name',
	'created_at',
	'resolved_at',
	'seconds_to_first_ack',
	'seconds_to_engage',
	'seconds_to_mobilize',
	'seconds_to_resolve',
	'engaged_seconds',
	'engaged_user_count',
	'assignment_count',
	'escalation_count',
	'total_interruptions',
	'total_notifications',
	'auto_resolved',
];
