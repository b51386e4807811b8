import { path } from '../../../api/path';
import { get } from '../../../api/request';
import { defineOperation } from '../../../engine/operation';
import { options } from '../../../fields/collection';
import { incidentId } from '../../../fields/objects/incident';
import { listed } from '../../../fields/paging';
import { parallelRequests } from '../../../fields/parallelRequests';
import { incident } from '../resource';

/** operationId getIncidentNotificationSubscribers · the document knows no pages to ask for. */
export const getSubscribers = defineOperation({
	of: incident,
	option: {
		name: 'Get Subscribers',
		value: 'getSubscribers',
		action: 'Get the subscribers of an incident',
		description: 'List the users and teams that get the status updates of an incident',
	},
	fields: [incidentId, ...listed, options(parallelRequests)],
	scopes: ['subscribers.read'],
	answer: { list: 'subscribers', paging: 'none' },
	simple: ['subscriber_id', 'subscriber_type', 'has_indirect_subscription', 'subscribed_via'],
	request: ({ incidentId }) => get(path`/incidents/${incidentId}/status_updates/subscribers`),
});
