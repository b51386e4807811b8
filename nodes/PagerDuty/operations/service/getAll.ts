import { path } from '../../api/path';
import { get } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { filters, options } from '../../fields/collection';
import { listed } from '../../fields/paging';
import { parallelRequests } from '../../fields/parallelRequests';
import { searchText } from '../../fields/searchText';
import { sortByName } from '../../fields/sortByName';
import { teamIds } from '../../fields/objects/team';
import { includeOfService, service } from './resource';

/** operationId listServices */
export const getAll = defineOperation({
	of: service,
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many services',
		description: 'List services by search text or team',
	},
	fields: [
		...listed,
		filters(searchText('services', 'name', 'mail'), teamIds),
		options(includeOfService, parallelRequests, sortByName('services')),
	],
	request: (query) => get(path`/services`, query),
	answer: { narrowBy: 'a Search Text or a Team' },
});
