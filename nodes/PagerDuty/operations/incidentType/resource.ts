import type { ResourceFacts } from '../../engine/operation';

export const incidentType: ResourceFacts = {
	option: {
		name: 'Incident Type',
		value: 'incidentType',
		description: 'What kind of incident it is: a major one, or one of security, as the account defines it',
	},
	scope: 'incident_types',
	one: 'incident_type',
	list: 'incident_types',
	simple: ['id', 'name', 'display_name', 'description', 'enabled', 'parent', 'created_at', 'updated_at'],
};
