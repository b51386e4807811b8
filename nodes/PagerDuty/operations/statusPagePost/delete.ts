import { path } from '../../api/path';
import { del } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { deletedAgain } from '../../engine/write/repeat';
import { postId, statusPageId } from '../../fields/objects/statusPage';
import { statusPagePost } from './resource';

/** operationId deleteStatusPagePost */
export const deletePost = defineOperation({
	of: statusPagePost,
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete a status page post',
		description: 'Take a post with all its updates off a status page, for good',
	},
	fields: [statusPageId, postId],
	repeat: deletedAgain,
	request: ({ statusPageId, postId }) => del(path`/status_pages/${statusPageId}/posts/${postId}`),
	answer: { done: { deleted: true } },
});
