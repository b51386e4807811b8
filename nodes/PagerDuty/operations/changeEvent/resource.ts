import type { ResourceFacts } from '../../engine/operation';

export const changeEvent: ResourceFacts = {
	option: {
		name: 'Change Event',
		value: 'changeEvent',
		description: 'A change that was reported, such as a deployment: it may be why something broke',
	},
	scope: 'change_events',
	one: 'change_event',
	list: 'change_events',
	simple: [
		'id',
		'summary',
		'timestamp',
		'source',
		'services',
		'integration',
		'links',
		'images',
		'custom_details',
	],
};
