import { path } from '../../api/path';
import { get as getFrom } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { options } from '../../fields/collection';
import { include } from '../../fields/include';
import { postId, statusPageId } from '../../fields/objects/statusPage';
import { parallelRequests } from '../../fields/parallelRequests';
import { simplify } from '../../fields/simplify';
import { statusPagePost } from './resource';

const includeOfPost = include({ name: 'Updates', value: 'status_page_post_update', fills: ['updates'] });

/** operationId getStatusPagePost */
export const get = defineOperation({
	of: statusPagePost,
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get a status page post',
		description: 'Read one post of a status page',
	},
	fields: [statusPageId, postId, simplify, options(includeOfPost, parallelRequests)],
	request: ({ statusPageId, postId, ...query }) =>
		getFrom(path`/status_pages/${statusPageId}/posts/${postId}`, query),
});
