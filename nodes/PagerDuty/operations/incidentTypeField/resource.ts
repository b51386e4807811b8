import type { ResourceFacts } from '../../engine/operation';

export const incidentTypeField: ResourceFacts = {
	option: {
		name: 'Incident Type Field',
		value: 'incidentTypeField',
		description: 'A custom field that the incidents of a type have',
	},
	scope: 'custom_fields',
	one: 'field',
	list: 'fields',
	simple: [
		'id',
		'name',
		'display_name',
		'description',
		'data_type',
		'field_type',
		'default_value',
		'enabled',
		'incident_type',
	],
};
