import { path } from '../../api/path';
import { get } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { filters, options } from '../../fields/collection';
import { statusIds, statusPageId } from '../../fields/objects/statusPage';
import { listed } from '../../fields/paging';
import { parallelRequests } from '../../fields/parallelRequests';
import { postType } from '../../fields/postType';
import { reviewedStatus } from './fields';
import { statusPagePost } from './resource';

/** operationId listStatusPagePosts */
export const getAll = defineOperation({
	of: statusPagePost,
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many status page posts',
		description: 'List the posts of a status page by type, status or review',
	},
	fields: [statusPageId, ...listed, filters(postType, reviewedStatus, statusIds), options(parallelRequests)],
	request: ({ statusPageId, statusIds, ...query }) =>
		get(path`/status_pages/${statusPageId}/posts`, { ...query, status: statusIds }),
	answer: { paging: 'none' },
});
