import { path } from '../../../api/path';
import { get } from '../../../api/request';
import { defineOperation } from '../../../engine/operation';
import { options } from '../../../fields/collection';
import { incidentId } from '../../../fields/objects/incident';
import { listed } from '../../../fields/paging';
import { parallelRequests } from '../../../fields/parallelRequests';
import { incident } from '../resource';
import { detailsOf, fullIncidents } from './fields';

/** operationId getRelatedIncidents · 20 at most; needs AIOps. */
export const getRelated = defineOperation({
	of: incident,
	option: {
		name: 'Get Related',
		value: 'getRelated',
		action: 'Get related incidents',
		description: 'List incidents that other people work on now and that seem to have to do with this one',
	},
	fields: [incidentId, ...listed, options(fullIncidents, parallelRequests)],
	answer: { list: 'related_incidents', paging: 'none' },
	simple: ['incident', 'relationships'],
	request: ({ incidentId, fullIncidents }) =>
		get(path`/incidents/${incidentId}/related_incidents`, detailsOf(fullIncidents)),
});
