import { path } from '../../api/path';
import { get } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { options } from '../../fields/collection';
import { listed } from '../../fields/paging';
import { parallelRequests } from '../../fields/parallelRequests';
import { priority } from './resource';

/** operationId listPriorities · the highest first. */
export const getAll = defineOperation({
	of: priority,
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many priorities',
		description: 'List the priorities that incidents of this account can have, the highest first',
	},
	fields: [...listed, options(parallelRequests)],
	request: () => get(path`/priorities`),
});
