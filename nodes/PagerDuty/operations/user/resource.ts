import type { ResourceFacts } from '../../engine/operation';
import { include } from '../../fields/include';

export const user: ResourceFacts = {
	option: { name: 'User', value: 'user', description: 'A person with a PagerDuty account' },
	scope: 'users',
	one: 'user',
	list: 'users',
	simple: [
		'id',
		'name',
		'email',
		'role',
		'job_title',
		'time_zone',
		'html_url',
		'teams',
		'description',
		'contact_methods',
		'notification_rules',
	],
};

/** Names follow PagerDuty's `include[]` of users. */
export const includeOfUser = include(
	{ name: 'Contact Methods', value: 'contact_methods', fills: ['contact_methods'] },
	{ name: 'Notification Rules', value: 'notification_rules', fills: ['notification_rules'] },
	{ name: 'Teams', value: 'teams', fills: ['teams'] },
);
