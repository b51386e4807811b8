import { NodeOperationError } from 'n8n-workflow';

import { isRefused } from '../../api/errors';
import { path } from '../../api/path';
import { get } from '../../api/request';
import { one } from '../../api/shape';
import { defineOperation } from '../../engine/operation';
import { options } from '../../fields/collection';
import { parallelRequests } from '../../fields/parallelRequests';
import { simplify } from '../../fields/simplify';
import { includeOfUser, user } from './resource';

/** operationId getCurrentUser · any token may ask; keys of the account and tokens of an app are refused with 400. */
export const getMe = defineOperation({
	of: user,
	option: {
		name: 'Get Current',
		value: 'getMe',
		action: 'Get the current user',
		description: 'Read the user that the API key or connection belongs to',
	},
	fields: [simplify, options(includeOfUser, parallelRequests)],
	scopes: [],
	run: async (api, query) =>
		await one(api, get(path`/users/me`, query), 'user').catch((error: unknown) => {
			if (!isRefused(error, '400')) throw error;
			throw new NodeOperationError(api.host.getNode(), 'This key or connection belongs to no user', {
				description:
					'An API key of the account and the token of an app act for nobody in particular. Use the API key of a user, or connect as a user with OAuth2.',
			});
		}),
});
