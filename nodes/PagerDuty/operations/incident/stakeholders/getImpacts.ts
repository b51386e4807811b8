import { path } from '../../../api/path';
import { get } from '../../../api/request';
import { defineOperation } from '../../../engine/operation';
import { options } from '../../../fields/collection';
import { incidentId } from '../../../fields/objects/incident';
import { listed } from '../../../fields/paging';
import { parallelRequests } from '../../../fields/parallelRequests';
import { incident } from '../resource';

/** operationId getIncidentImpactedBusinessServices · the document knows no pages to ask for. */
export const getImpacts = defineOperation({
	of: incident,
	option: {
		name: 'Get Impacts',
		value: 'getImpacts',
		action: 'Get the business services that an incident impacts',
		description: 'List the business services that suffer from an incident',
	},
	fields: [incidentId, ...listed, options(parallelRequests)],
	answer: { list: 'services', paging: 'none' },
	simple: ['id', 'name', 'status', 'additional_fields'],
	request: ({ incidentId }) => get(path`/incidents/${incidentId}/business_services/impacts`),
});
