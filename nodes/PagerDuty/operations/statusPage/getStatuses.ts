import { path } from '../../api/path';
import { get } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { filters, options } from '../../fields/collection';
import { statusPageId } from '../../fields/objects/statusPage';
import { listed } from '../../fields/paging';
import { parallelRequests } from '../../fields/parallelRequests';
import { postType } from '../../fields/postType';
import { simplePart, statusPage } from './resource';

/** operationId listStatusPageStatuses */
export const getStatuses = defineOperation({
	of: statusPage,
	option: {
		name: 'Get Statuses',
		value: 'getStatuses',
		action: 'Get the statuses of a status page',
		description: 'List the words of a status page for how far the work on something is',
	},
	fields: [statusPageId, ...listed, filters(postType), options(parallelRequests)],
	request: ({ statusPageId, ...query }) => get(path`/status_pages/${statusPageId}/statuses`, query),
	answer: { list: 'statuses', paging: 'none' },
	simple: simplePart,
});
