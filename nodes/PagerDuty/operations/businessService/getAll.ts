import { path } from '../../api/path';
import { get } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { options } from '../../fields/collection';
import { listed } from '../../fields/paging';
import { parallelRequests } from '../../fields/parallelRequests';
import { businessService } from './resource';

/** operationId listBusinessServices */
export const getAll = defineOperation({
	of: businessService,
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many business services',
		description: 'List business services. Whether they are impaired is said by Get Impacts.',
	},
	fields: [...listed, options(parallelRequests)],
	request: () => get(path`/business_services`),
});
