import { path } from '../../api/path';
import { get, post } from '../../api/request';
import { many } from '../../api/shape';
import { defineOperation } from '../../engine/operation';
import { additionalFields } from '../../fields/collection';
import { postId, statusPageId } from '../../fields/objects/statusPage';
import { simplify } from '../../fields/simplify';
import { partOf } from './fields';
import { reportedAt, updateBody, updateContent, updateFrequency } from './postUpdate';
import { simpleUpdate, statusPagePost } from './resource';

const at = (page: string, id: string) => path`/status_pages/${page}/posts/${id}/post_updates`;

/** operationId createStatusPagePostUpdate */
export const addUpdate = defineOperation({
	of: statusPagePost,
	option: {
		name: 'Add Update',
		value: 'addUpdate',
		action: 'Add an update to a status page post',
		description: 'Tell customers how an incident or maintenance is going, or that it is over',
	},
	fields: [statusPageId, postId, ...updateContent, additionalFields(updateFrequency, reportedAt), simplify],
	repeat: {
		safe: true,
		because: 'The update is looked up on the post before it is written again',
		lookUp: async (api, { statusPageId, postId, message, reportedAt }, { sentSince, isClaimed }) => {
			const updates = await many(api, get(at(statusPageId, postId)), 'post_updates');
			const since = reportedAt === undefined ? sentSince() : Date.parse(reportedAt);
			return updates.find(
				(update) =>
					update.message === message &&
					Math.floor(Date.parse(String(update.reported_at)) / 1000) >= Math.floor(since / 1000) &&
					!isClaimed(update.id),
			);
		},
	},
	request: ({ statusPageId, postId, ...update }) =>
		post(at(statusPageId, postId), {
			post_update: { ...updateBody(update), post: partOf('post', postId) },
		}),
	answer: { one: 'post_update' },
	simple: simpleUpdate,
});
