import type { ResourceFacts } from '../../engine/operation';
import { include } from '../../fields/include';

export const service: ResourceFacts = {
	option: {
		name: 'Service',
		value: 'service',
		description: 'Something that incidents happen to: an application, a component',
	},
	scope: 'services',
	one: 'service',
	list: 'services',
	simple: [
		'id',
		'name',
		'status',
		'html_url',
		'description',
		'escalation_policy',
		'teams',
		'created_at',
		'last_incident_timestamp',
		'integrations',
		'alert_creation',
		'auto_resolve_timeout',
		'acknowledgement_timeout',
	],
};

/** Names follow PagerDuty's `include[]` of services. */
export const includeOfService = include(
	{
		name: 'Auto-Pause Notifications',
		value: 'auto_pause_notifications_parameters',
		fills: ['auto_pause_notifications_parameters'],
	},
	{ name: 'Escalation Policies', value: 'escalation_policies', fills: ['escalation_policy'] },
	{ name: 'Integrations', value: 'integrations', fills: ['integrations'] },
	{ name: 'Teams', value: 'teams', fills: ['teams'] },
);
