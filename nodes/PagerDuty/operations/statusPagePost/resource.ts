import type { ResourceFacts } from '../../engine/operation';

export const statusPagePost: ResourceFacts = {
	option: {
		name: 'Status Page Post',
		value: 'statusPagePost',
		description: 'What a status page says about an incident or maintenance',
	},
	scope: 'status_pages',
	one: 'post',
	list: 'posts',
	simple: [
		'id',
		'title',
		'post_type',
		'starts_at',
		'ends_at',
		'status_page',
		'linked_resource',
		'postmortem',
		'updates',
	],
};

/** What Simplify keeps of an update of a post. */
export const simpleUpdate = [
	'id',
	'message',
	'reported_at',
	'status',
	'severity',
	'impacted_services',
	'reviewed_status',
	'notify_subscribers',
	'update_frequency_ms',
	'post',
];
