import { path } from '../../api/path';
import { get } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { filters, options } from '../../fields/collection';
import { field } from '../../fields/field';
import { listed } from '../../fields/paging';
import { parallelRequests } from '../../fields/parallelRequests';
import { statusPage } from './resource';

const statusPageType = field({
	displayName: 'Type',
	name: 'statusPageType',
	type: 'options',
	options: [
		{ name: 'Private', value: 'private', description: 'For people who sign in' },
		{ name: 'Public', value: 'public', description: 'For everybody' },
	],
	default: 'public',
	description: 'Only status pages of this type',
});

/** operationId listStatusPages */
export const getAll = defineOperation({
	of: statusPage,
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many status pages',
		description: 'List the status pages of the account',
	},
	fields: [...listed, filters(statusPageType), options(parallelRequests)],
	request: (query) => get(path`/status_pages`, query),
	answer: { paging: 'none' },
});
