import { path } from '../../api/path';
import { get } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { options } from '../../fields/collection';
import { include } from '../../fields/include';
import { incidentTypeId } from '../../fields/objects/incidentType';
import { listed } from '../../fields/paging';
import { parallelRequests } from '../../fields/parallelRequests';
import { incidentTypeField } from './resource';

const includeOfFields = include({ name: 'Field Options', value: 'field_options', fills: ['field_options'] });

/** operationId listIncidentTypeCustomFields · the list has no pages. */
export const getAll = defineOperation({
	of: incidentTypeField,
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many incident type fields',
		description: 'List the custom fields of an incident type, and with Include what each can be set to',
	},
	fields: [incidentTypeId, ...listed, options(includeOfFields, parallelRequests)],
	answer: { paging: 'none' },
	request: ({ incidentTypeId, ...query }) =>
		get(path`/incidents/types/${incidentTypeId}/custom_fields`, query),
});
