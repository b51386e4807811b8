import { path } from '../../api/path';
import { get } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { filters, options } from '../../fields/collection';
import { listed } from '../../fields/paging';
import { parallelRequests } from '../../fields/parallelRequests';
import { searchText } from '../../fields/searchText';
import { teamIds } from '../../fields/objects/team';
import { timeZone } from '../../fields/time';
import { schedule } from './resource';

/** operationId listSchedules */
export const getAll = defineOperation({
	of: schedule,
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many schedules',
		description: 'List on-call schedules by name or team. Who is on call stands in none of them.',
	},
	fields: [
		...listed,
		filters(searchText('schedules', 'name', 'primary'), teamIds),
		options(parallelRequests, timeZone),
	],
	request: (query) => get(path`/schedules`, query),
	answer: { narrowBy: 'a Search Text or a Team' },
});
