import { path } from '../../api/path';
import { get } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { filters, options } from '../../fields/collection';
import { field } from '../../fields/field';
import { include } from '../../fields/include';
import { userId } from '../../fields/objects/user';
import { parallelRequests } from '../../fields/parallelRequests';
import { simplify } from '../../fields/simplify';
import { user } from './resource';

const urgency = field({
	displayName: 'Urgency',
	name: 'urgency',
	type: 'options',
	options: [
		{ name: 'All', value: 'all' },
		{ name: 'High', value: 'high' },
		{ name: 'Low', value: 'low' },
	],
	default: 'all',
	description:
		'For incidents of which urgency the rules are. Without this filter, PagerDuty lists those for high urgency.',
});

const includeOfRules = include({
	name: 'Contact Methods',
	value: 'contact_methods',
	fills: ['contact_method'],
});

/** operationId getUserNotificationRules */
export const getNotificationRules = defineOperation({
	of: user,
	option: {
		name: 'Get Notification Rules',
		value: 'getNotificationRules',
		action: 'Get the notification rules of a user',
		description: 'List how PagerDuty notifies a user, and after how many minutes: one item for each rule',
	},
	fields: [userId, simplify, filters(urgency), options(includeOfRules, parallelRequests)],
	scopes: ['users:contact_methods.read'],
	answer: { list: 'notification_rules', paging: 'none' },
	simple: ['id', 'urgency', 'start_delay_in_minutes', 'contact_method'],
	request: ({ userId, ...query }) => get(path`/users/${userId}/notification_rules`, query),
});
