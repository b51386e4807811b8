import { path } from '../../api/path';
import { get as getFrom } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { options } from '../../fields/collection';
import { businessServiceId } from '../../fields/objects/businessService';
import { parallelRequests } from '../../fields/parallelRequests';
import { simplify } from '../../fields/simplify';
import { businessService } from './resource';

/** operationId getBusinessService */
export const get = defineOperation({
	of: businessService,
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get a business service',
		description: 'Read one business service',
	},
	fields: [businessServiceId, simplify, options(parallelRequests)],
	request: ({ businessServiceId }) => getFrom(path`/business_services/${businessServiceId}`),
});
