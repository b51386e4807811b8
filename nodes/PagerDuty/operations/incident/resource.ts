import type { ResourceFacts } from '../../engine/operation';

export const incident: ResourceFacts = {
	option: { name: 'Incident', value: 'incident', description: 'A problem that somebody has to look after' },
	scope: 'incidents',
	one: 'incident',
	list: 'incidents',
	// First what people put into the fields of the next node.
	simple: [
		'id',
		'incident_number',
		'title',
		'status',
		'urgency',
		'html_url',
		'service',
		'created_at',
		'priority',
		'assignments',
		'acknowledgements',
		'escalation_policy',
		'teams',
		'resolved_at',
		'incident_key',
		'conference_bridge',
		'body',
	],
};
