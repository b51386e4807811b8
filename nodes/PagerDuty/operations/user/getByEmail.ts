import { defineOperation } from '../../engine/operation';
import { options } from '../../fields/collection';
import { userEmail, userWithEmail } from '../../fields/objects/user';
import { parallelRequests } from '../../fields/parallelRequests';
import { simplify } from '../../fields/simplify';
import { includeOfUser, user } from './resource';

/** operationId listUsers · whose search also finds parts of names and of other emails. */
export const getByEmail = defineOperation({
	of: user,
	option: {
		name: 'Get by Email',
		value: 'getByEmail',
		action: 'Get a user by email',
		description: 'Find the user with an email address, such as one that comes from another system',
	},
	fields: [userEmail, simplify, options(includeOfUser, parallelRequests)],
	run: async (api, { email, ...query }) =>
		await userWithEmail(
			api,
			email,
			'Correct the address, or add this person to the PagerDuty account. PagerDuty knows each user by one login email only; other addresses of theirs are contact methods.',
			query,
		),
});
