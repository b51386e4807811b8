import type { ResourceFacts } from '../../engine/operation';

export const incidentAlert: ResourceFacts = {
	option: {
		name: 'Incident Alert',
		value: 'incidentAlert',
		description: 'What a monitoring tool reported; an incident can have many of them',
	},
	scope: 'incidents',
	one: 'alert',
	list: 'alerts',
	simple: [
		'id',
		'summary',
		'status',
		'severity',
		'created_at',
		'alert_key',
		'html_url',
		'incident',
		'service',
		'integration',
		'suppressed',
		'body',
	],
};
