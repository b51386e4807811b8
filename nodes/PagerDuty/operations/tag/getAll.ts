import { path } from '../../api/path';
import { get } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { filters, options } from '../../fields/collection';
import { listed } from '../../fields/paging';
import { parallelRequests } from '../../fields/parallelRequests';
import { searchText } from '../../fields/searchText';
import { tag } from './resource';

/** operationId listTags */
export const getAll = defineOperation({
	of: tag,
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many tags',
		description: 'List the tags of the account',
	},
	fields: [...listed, filters(searchText('tags', 'label', 'emea')), options(parallelRequests)],
	request: (query) => get(path`/tags`, query),
	answer: { narrowBy: 'a Search Text' },
});
