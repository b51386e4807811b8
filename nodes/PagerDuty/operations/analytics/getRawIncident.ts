import { path } from '../../api/path';
import { get } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { options } from '../../fields/collection';
import { incidentId } from '../../fields/objects/incident';
import { parallelRequests } from '../../fields/parallelRequests';
import { simplify } from '../../fields/simplify';
import { analytics, simpleIncident } from './resource';

/** operationId getAnalyticsIncidentsById */
export const getRawIncident = defineOperation({
	of: analytics,
	option: {
		name: 'Get Raw Incident',
		value: 'getRawIncident',
		action: 'Get an incident with its figures',
		description: 'Read how fast one incident was acknowledged and resolved, and by how many',
	},
	fields: [incidentId, simplify, options(parallelRequests)],
	request: ({ incidentId }) => get(path`/analytics/raw/incidents/${incidentId}`),
	answer: { whole: 'id' },
	simple: simpleIncident,
});
