import { path } from '../../api/path';
import { get } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { filters, options } from '../../fields/collection';
import { field, required } from '../../fields/field';
import { include } from '../../fields/include';
import { listed } from '../../fields/paging';
import { parallelRequests } from '../../fields/parallelRequests';
import { backwards, since, timeZone, until } from '../../fields/time';
import { notification } from './resource';

const from = required({ ...since, description: 'Only notifications that were sent at this time or later' });
const to = required({
	...until,
	description: 'Only notifications that were sent before this time, less than three months after Since',
});

const type = field({
	displayName: 'Type',
	name: 'filter',
	type: 'options',
	options: [
		{ name: 'Email', value: 'email_notification' },
		{ name: 'Phone Call', value: 'phone_notification' },
		{ name: 'Push Message', value: 'push_notification' },
		{ name: 'Text Message', value: 'sms_notification' },
	],
	default: 'phone_notification',
	description: 'Only notifications of this type',
});

const includeOfNotifications = include({ name: 'Users', value: 'users', fills: ['user'] });

/** operationId listNotifications */
export const getAll = defineOperation({
	of: notification,
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many notifications',
		description: 'List whom PagerDuty notified in a range of time, when, and in which way',
	},
	fields: [from, to, ...listed, filters(type), options(includeOfNotifications, parallelRequests, timeZone)],
	conflict: backwards,
	request: (query) => get(path`/notifications`, query),
	answer: { narrowBy: 'a Type or a shorter range' },
});
