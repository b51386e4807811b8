import { path } from '../../../api/path';
import { get } from '../../../api/request';
import { defineOperation } from '../../../engine/operation';
import { options } from '../../../fields/collection';
import { incidentId } from '../../../fields/objects/incident';
import { listed } from '../../../fields/paging';
import { parallelRequests } from '../../../fields/parallelRequests';
import { incident } from '../resource';

/** operationId getPastIncidents · the most similar ones of the last six months, 999 at most; needs AIOps. */
export const getPast = defineOperation({
	of: incident,
	option: {
		name: 'Get Past',
		value: 'getPast',
		action: 'Get similar past incidents',
		description:
			'List earlier incidents of the same service that resemble this one, most similar first: what helped then may help now',
	},
	fields: [incidentId, ...listed, options(parallelRequests)],
	answer: { list: 'past_incidents', paging: 'limit', most: 999 },
	simple: ['incident', 'score'],
	request: ({ incidentId }) => get(path`/incidents/${incidentId}/past_incidents`),
});
