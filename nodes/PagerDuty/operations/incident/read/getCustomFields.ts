import { path } from '../../../api/path';
import { get } from '../../../api/request';
import { defineOperation } from '../../../engine/operation';
import { options } from '../../../fields/collection';
import { incidentId } from '../../../fields/objects/incident';
import { listed } from '../../../fields/paging';
import { parallelRequests } from '../../../fields/parallelRequests';
import { incident } from '../resource';

/** operationId getIncidentFieldValues · one item for each field that the account has. */
export const getCustomFields = defineOperation({
	of: incident,
	option: {
		name: 'Get Custom Fields',
		value: 'getCustomFields',
		action: 'Get the custom fields of an incident',
		description: 'List the custom fields of an incident with their values, one item for each field',
	},
	fields: [incidentId, ...listed, options(parallelRequests)],
	answer: { list: 'custom_fields', paging: 'none' },
	simple: ['id', 'name', 'display_name', 'value', 'data_type', 'field_type', 'description'],
	request: ({ incidentId }) => get(path`/incidents/${incidentId}/custom_fields/values`),
});
