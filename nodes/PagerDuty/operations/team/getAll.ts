import { path } from '../../api/path';
import { get } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { filters, options } from '../../fields/collection';
import { listed } from '../../fields/paging';
import { parallelRequests } from '../../fields/parallelRequests';
import { searchText } from '../../fields/searchText';
import { team } from './resource';

/** operationId listTeams */
export const getAll = defineOperation({
	of: team,
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many teams',
		description: 'List teams by name',
	},
	fields: [...listed, filters(searchText('teams', 'name', 'payments')), options(parallelRequests)],
	request: (query) => get(path`/teams`, query),
	answer: { narrowBy: 'a Search Text' },
});
