import { path } from '../../../api/path';
import { post } from '../../../api/request';
import { defineOperation } from '../../../engine/operation';
import { incidentId } from '../../../fields/objects/incident';
import { incident } from '../resource';
import { nobodyNamed, subscribersOf, subscribingTeamIds, subscribingUserIds } from './subscribers';

/** operationId createIncidentNotificationSubscribers · one item for each user and team, with what became of it. */
export const addSubscribers = defineOperation({
	of: incident,
	option: {
		name: 'Add Subscribers',
		value: 'addSubscribers',
		action: 'Add subscribers to an incident',
		description: 'Have users and teams get the status updates of an incident',
	},
	fields: [incidentId, subscribingUserIds('Users to subscribe'), subscribingTeamIds('Teams to subscribe')],
	scopes: ['subscribers.write'],
	answer: { list: 'subscriptions', paging: 'none' },
	conflict: nobodyNamed,
	repeat: { safe: true, because: 'Whoever has subscribed stays subscribed, once' },
	request: ({ incidentId, ...given }) =>
		post(path`/incidents/${incidentId}/status_updates/subscribers`, subscribersOf(given)),
});
