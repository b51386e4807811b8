import { path } from '../../api/path';
import { get } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { options } from '../../fields/collection';
import { userId } from '../../fields/objects/user';
import { parallelRequests } from '../../fields/parallelRequests';
import { simplify } from '../../fields/simplify';
import { user } from './resource';

/** operationId getUserContactMethods */
export const getContactMethods = defineOperation({
	of: user,
	option: {
		name: 'Get Contact Methods',
		value: 'getContactMethods',
		action: 'Get the contact methods of a user',
		description: 'List the phone numbers, emails and devices of a user: one item for each',
	},
	fields: [userId, simplify, options(parallelRequests)],
	scopes: ['users:contact_methods.read'],
	answer: { list: 'contact_methods', paging: 'none' },
	simple: ['id', 'type', 'label', 'address', 'country_code', 'device_type', 'enabled', 'blacklisted'],
	request: ({ userId }) => get(path`/users/${userId}/contact_methods`),
});
