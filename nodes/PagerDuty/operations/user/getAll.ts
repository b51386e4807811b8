import { path } from '../../api/path';
import { get } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { filters, options } from '../../fields/collection';
import { listed } from '../../fields/paging';
import { parallelRequests } from '../../fields/parallelRequests';
import { searchText } from '../../fields/searchText';
import { teamIds } from '../../fields/objects/team';
import { includeOfUser, user } from './resource';

/** operationId listUsers */
export const getAll = defineOperation({
	of: user,
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many users',
		description: 'List users by name, email or team',
	},
	fields: [
		...listed,
		filters(searchText('users', 'name or email', 'maya'), teamIds),
		options(includeOfUser, parallelRequests),
	],
	request: (query) => get(path`/users`, query),
	answer: { narrowBy: 'a Search Text or a Team' },
});
