import { path } from '../../api/path';
import { get } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { options } from '../../fields/collection';
import { listed } from '../../fields/paging';
import { parallelRequests } from '../../fields/parallelRequests';
import { backwards } from '../../fields/time';
import { filtersOfChanges } from './filters';
import { changeEvent } from './resource';

/** operationId listChangeEvents */
export const getAll = defineOperation({
	of: changeEvent,
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many change events',
		description: 'List what was changed in the account, newest first, by time or team',
	},
	fields: [...listed, filtersOfChanges, options(parallelRequests)],
	conflict: backwards,
	request: (query) => get(path`/change_events`, query),
	answer: { narrowBy: 'Since or Until' },
});
