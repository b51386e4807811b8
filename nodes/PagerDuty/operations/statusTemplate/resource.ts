import type { ResourceFacts } from '../../engine/operation';

export const statusTemplate: ResourceFacts = {
	option: {
		name: 'Status Update Template',
		value: 'statusTemplate',
		description: 'A text for status updates that PagerDuty fills in with an incident',
	},
	scope: 'templates',
	one: 'template',
	list: 'templates',
	simple: [
		'id',
		'name',
		'description',
		'template_type',
		'templated_fields',
		'created_by',
		'updated_by',
		'html_url',
	],
};
