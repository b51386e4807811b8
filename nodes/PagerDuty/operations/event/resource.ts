import type { ResourceFacts } from '../../engine/operation';

/** Source: https://developer.pagerduty.com/docs/events-api-v2-overview */
export const event: ResourceFacts = {
	option: {
		name: 'Event',
		value: 'event',
		description: 'What a monitored system reports, sent with the integration key of a service',
	},
	credential: 'events',
	one: 'event',
	list: 'events',
	simple: [],
};
