import { path } from '../../api/path';
import { get } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { filters, options } from '../../fields/collection';
import { field } from '../../fields/field';
import { listed } from '../../fields/paging';
import { parallelRequests } from '../../fields/parallelRequests';
import { searchText } from '../../fields/searchText';
import { statusTemplate } from './resource';

const sortBy = field({
	displayName: 'Sort By',
	name: 'sortBy',
	type: 'options',
	options: [
		{ name: 'Created, Newest First', value: 'created_at:desc' },
		{ name: 'Created, Oldest First', value: 'created_at:asc' },
		{ name: 'Name, A to Z', value: 'name:asc' },
		{ name: 'Name, Z to A', value: 'name:desc' },
	],
	default: 'name:asc',
	description: 'The order of the templates',
});

/** operationId getTemplates · Templates for status updates are the only ones that there are. */
export const getAll = defineOperation({
	of: statusTemplate,
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many status update templates',
		description: 'List the templates for status updates by name or description',
	},
	fields: [
		...listed,
		filters(searchText('templates', 'name or description', 'customer')),
		options(parallelRequests, sortBy),
	],
	request: (query) => get(path`/templates`, query),
	answer: { narrowBy: 'a Search Text' },
});
