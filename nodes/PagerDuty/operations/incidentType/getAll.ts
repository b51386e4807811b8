import { path } from '../../api/path';
import { get } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { filters, options } from '../../fields/collection';
import { field } from '../../fields/field';
import { listed } from '../../fields/paging';
import { parallelRequests } from '../../fields/parallelRequests';
import { incidentType } from './resource';

const state = field({
	displayName: 'State',
	name: 'filter',
	type: 'options',
	options: [
		{ name: 'All', value: 'all' },
		{ name: 'Disabled', value: 'disabled' },
		{ name: 'Enabled', value: 'enabled' },
	],
	default: 'all',
	description: 'Only incident types in this state. Without it, only enabled ones.',
});

/** operationId listIncidentTypes · the list has no pages. */
export const getAll = defineOperation({
	of: incidentType,
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many incident types',
		description: 'List the types that incidents of this account can have',
	},
	fields: [...listed, filters(state), options(parallelRequests)],
	answer: { paging: 'none' },
	request: (query) => get(path`/incidents/types`, query),
});
