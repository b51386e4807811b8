import { path } from '../../api/path';
import { get } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { options } from '../../fields/collection';
import { serviceId } from '../../fields/objects/service';
import { parallelRequests } from '../../fields/parallelRequests';
import { simplify } from '../../fields/simplify';
import { service } from './resource';

/** operationId getServiceCustomFieldValues */
export const getCustomFields = defineOperation({
	of: service,
	option: {
		name: 'Get Custom Fields',
		value: 'getCustomFields',
		action: 'Get the custom fields of a service',
		description: 'Read what a service has in its custom fields: one item for each field',
	},
	fields: [serviceId, simplify, options(parallelRequests)],
	answer: { list: 'custom_fields', paging: 'none' },
	simple: ['id', 'name', 'display_name', 'value', 'data_type', 'field_type'],
	request: ({ serviceId }) => get(path`/services/${serviceId}/custom_fields/values`),
});
