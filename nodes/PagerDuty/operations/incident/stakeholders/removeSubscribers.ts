import { path } from '../../../api/path';
import { post } from '../../../api/request';
import { defineOperation } from '../../../engine/operation';
import { incidentId } from '../../../fields/objects/incident';
import { incident } from '../resource';
import { nobodyNamed, subscribersOf, subscribingTeamIds, subscribingUserIds } from './subscribers';

/** operationId removeIncidentNotificationSubscribers · PagerDuty only counts. */
export const removeSubscribers = defineOperation({
	of: incident,
	option: {
		name: 'Remove Subscribers',
		value: 'removeSubscribers',
		action: 'Remove subscribers from an incident',
		description: 'Have users and teams get no more status updates of an incident',
	},
	fields: [
		incidentId,
		subscribingUserIds('Users to unsubscribe'),
		subscribingTeamIds('Teams to unsubscribe'),
	],
	scopes: ['subscribers.write'],
	simple: ['deleted_count', 'unauthorized_count', 'non_existent_count'],
	conflict: nobodyNamed,
	repeat: { safe: true, because: 'Whoever has unsubscribed stays unsubscribed; only the counts differ' },
	answer: { whole: 'deleted_count' },
	request: ({ incidentId, ...given }) =>
		post(path`/incidents/${incidentId}/status_updates/unsubscribe`, subscribersOf(given)),
});
