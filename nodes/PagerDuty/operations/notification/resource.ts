import type { ResourceFacts } from '../../engine/operation';

export const notification: ResourceFacts = {
	option: {
		name: 'Notification',
		value: 'notification',
		description: 'A call, text message, email or push message that PagerDuty sent to somebody',
	},
	scope: 'users:notifications',
	one: 'notification',
	list: 'notifications',
	simple: ['id', 'type', 'started_at', 'address', 'status', 'user', 'conferenceAddress'],
};
