import { path } from '../../api/path';
import { get, put, wire } from '../../api/request';
import { one } from '../../api/shape';
import { defineOperation } from '../../engine/operation';
import { setAgain } from '../../engine/write/repeat';
import { options, updateFields } from '../../fields/collection';
import { ifTooLong } from '../../fields/ifTooLong';
import { postId, statusPageId } from '../../fields/objects/statusPage';
import { postType } from '../../fields/postType';
import { simplify } from '../../fields/simplify';
import { endsAt, endsTooEarly, pageOf, startsAt, title } from './fields';
import { statusPagePost } from './resource';

/** operationId updateStatusPagePost · PagerDuty wants the whole post, so what is not to change is read first. */
export const update = defineOperation({
	of: statusPagePost,
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update a status page post',
		description: 'Change title, type or times of a post. To say how it is going, use Add Update.',
	},
	fields: [
		statusPageId,
		postId,
		updateFields(endsAt, postType, startsAt, title),
		simplify,
		options(ifTooLong),
	],
	scopes: ['status_pages.read', 'status_pages.write'],
	conflict: ({ title, postType, startsAt, endsAt }) =>
		(title ?? postType ?? startsAt ?? endsAt) === undefined
			? { field: 'updateFields', message: 'name nothing to change. Add at least one field' }
			: endsTooEarly({ startsAt, endsAt }),
	repeat: setAgain,
	run: async (api, { statusPageId, postId, ...changes }) => {
		const place = path`/status_pages/${statusPageId}/posts/${postId}`;
		const held = await one(api, get(place), 'post');
		const { title, post_type: postType, starts_at: startsAt = null, ends_at: endsAt = null } = held;
		const post = { type: 'status_page_post', ...wire({ title, postType, startsAt, endsAt, ...changes }) };
		return await one(api, put(place, { post: { ...post, status_page: pageOf(statusPageId) } }), 'post');
	},
});
