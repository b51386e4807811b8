import { path } from '../../api/path';
import { get } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { filters, options } from '../../fields/collection';
import { scheduleId } from '../../fields/objects/schedule';
import { parallelRequests } from '../../fields/parallelRequests';
import { simplify } from '../../fields/simplify';
import { backwards, since, until } from '../../fields/time';
import { user } from '../user/resource';
import { schedule } from './resource';

const from = { ...since, description: 'Only users who are on call at this time or later' } as const;
const to = { ...until, description: 'Only users who are on call before this time' } as const;

/** operationId listScheduleUsers */
export const getUsers = defineOperation({
	of: schedule,
	option: {
		name: 'Get Users',
		value: 'getUsers',
		action: 'Get the users of a schedule',
		description:
			'List everybody who is on call by a schedule at some time in a range: one item for each user',
	},
	fields: [scheduleId, simplify, filters(from, to), options(parallelRequests)],
	scopes: ['users.read'],
	answer: { list: 'users', paging: 'none' },
	simple: user.simple,
	conflict: backwards,
	request: ({ scheduleId, ...query }) => get(path`/schedules/${scheduleId}/users`, query),
});
