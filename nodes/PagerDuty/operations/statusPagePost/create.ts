import { path } from '../../api/path';
import { post } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { notAgain } from '../../engine/write/repeat';
import { additionalFields, options } from '../../fields/collection';
import { required } from '../../fields/field';
import { ifTooLong } from '../../fields/ifTooLong';
import { statusPageId } from '../../fields/objects/statusPage';
import { postType } from '../../fields/postType';
import { simplify } from '../../fields/simplify';
import { endsAt, endsTooEarly, pageOf, startsAt, title } from './fields';
import { reportedAt, updateBody, updateContent, updateFrequency } from './postUpdate';
import { statusPagePost } from './resource';

const ofMaintenance = { required: true as const, displayOptions: { show: { postType: ['maintenance'] } } };

/**
 * operationId createStatusPagePost · A post begins with its first update. PagerDuty's document wants that to name its post,
 * which has no ID yet; its example leaves it out.
 */
export const create = defineOperation({
	of: statusPagePost,
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create a status page post',
		description: 'Tell customers on a status page about an incident or maintenance',
	},
	fields: [
		statusPageId,
		required(title),
		postType,
		{ ...startsAt, ...ofMaintenance },
		{ ...endsAt, ...ofMaintenance },
		...updateContent,
		additionalFields(updateFrequency, reportedAt),
		simplify,
		options(ifTooLong),
	],
	conflict: endsTooEarly,
	repeat: notAgain('Nothing tells the post of a first try from another with the same title'),
	request: ({ statusPageId, title, postType, startsAt, endsAt, ...update }) =>
		post(path`/status_pages/${statusPageId}/posts`, {
			post: {
				type: 'status_page_post',
				title,
				post_type: postType,
				starts_at: startsAt ?? null,
				ends_at: endsAt ?? null,
				updates: [updateBody(update)],
				status_page: pageOf(statusPageId),
			},
		}),
});
