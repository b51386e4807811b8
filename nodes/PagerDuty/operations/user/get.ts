import { path } from '../../api/path';
import { get as getFrom } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { options } from '../../fields/collection';
import { parallelRequests } from '../../fields/parallelRequests';
import { simplify } from '../../fields/simplify';
import { userId } from '../../fields/objects/user';
import { includeOfUser, user } from './resource';

/** operationId getUser */
export const get = defineOperation({
	of: user,
	option: { name: 'Get', value: 'get', action: 'Get a user', description: 'Read one user' },
	fields: [userId, simplify, options(includeOfUser, parallelRequests)],
	request: ({ userId, ...query }) => getFrom(path`/users/${userId}`, query),
});
