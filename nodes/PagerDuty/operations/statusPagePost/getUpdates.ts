import { path } from '../../api/path';
import { get } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { filters, options } from '../../fields/collection';
import { postId, statusPageId } from '../../fields/objects/statusPage';
import { listed } from '../../fields/paging';
import { parallelRequests } from '../../fields/parallelRequests';
import { reviewedStatus } from './fields';
import { simpleUpdate, statusPagePost } from './resource';

/** operationId listStatusPagePostUpdates */
export const getUpdates = defineOperation({
	of: statusPagePost,
	option: {
		name: 'Get Updates',
		value: 'getUpdates',
		action: 'Get the updates of a status page post',
		description: 'List what a post of a status page has said so far',
	},
	fields: [statusPageId, postId, ...listed, filters(reviewedStatus), options(parallelRequests)],
	request: ({ statusPageId, postId, ...query }) =>
		get(path`/status_pages/${statusPageId}/posts/${postId}/post_updates`, query),
	answer: { list: 'post_updates', paging: 'none' },
	simple: simpleUpdate,
});
