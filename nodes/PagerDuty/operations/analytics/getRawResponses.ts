import { path } from '../../api/path';
import { get } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { options } from '../../fields/collection';
import { incidentId } from '../../fields/objects/incident';
import { parallelRequests } from '../../fields/parallelRequests';
import { listedWhole } from './fields';
import { analytics } from './resource';

/** operationId getAnalyticsIncidentResponsesById · The document has a body for this GET, which many proxies drop: left out. */
export const getRawResponses = defineOperation({
	of: analytics,
	option: {
		name: 'Get Raw Responses',
		value: 'getRawResponses',
		action: 'Get who responded to an incident',
		description: 'List who was asked to respond to an incident, and how fast they did',
	},
	fields: [incidentId, ...listedWhole, options(parallelRequests)],
	request: ({ incidentId }) => get(path`/analytics/raw/incidents/${incidentId}/responses`),
	answer: { list: 'responses', paging: 'none' },
});
