import { path } from '../../api/path';
import { get } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { filters, options } from '../../fields/collection';
import { field } from '../../fields/field';
import { serviceIds } from '../../fields/objects/service';
import { teamIds } from '../../fields/objects/team';
import { listed } from '../../fields/paging';
import { parallelRequests } from '../../fields/parallelRequests';
import { searchText } from '../../fields/searchText';
import { includeOfMaintenanceWindow, maintenanceWindow } from './resource';

const state = field({
	displayName: 'State',
	name: 'filter',
	type: 'options',
	options: [
		{ name: 'All', value: 'all' },
		{ name: 'Future', value: 'future', description: 'Those that have not begun' },
		{ name: 'Ongoing', value: 'ongoing', description: 'Those that are open right now' },
		{ name: 'Open', value: 'open', description: 'Those that are ongoing or in the future' },
		{ name: 'Past', value: 'past', description: 'Those that are over' },
	],
	default: 'ongoing',
	description: 'Only maintenance windows that are in this state now',
});

/** operationId listMaintenanceWindows */
export const getAll = defineOperation({
	of: maintenanceWindow,
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many maintenance windows',
		description: 'List maintenance windows by service, team, or whether they are open now',
	},
	fields: [
		...listed,
		filters(searchText('maintenance windows', 'description', 'upgrade'), serviceIds, state, teamIds),
		options(includeOfMaintenanceWindow, parallelRequests),
	],
	request: (query) => get(path`/maintenance_windows`, query),
	answer: { narrowBy: 'a Service, a Team or a State' },
});
