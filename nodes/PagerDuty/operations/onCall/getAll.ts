import { path } from '../../api/path';
import { get } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { filters, options } from '../../fields/collection';
import { field } from '../../fields/field';
import { onCallPolicyIds } from '../../fields/objects/escalationPolicy';
import { onCallScheduleIds } from '../../fields/objects/schedule';
import { onCallUserIds } from '../../fields/objects/user';
import { listed } from '../../fields/paging';
import { parallelRequests } from '../../fields/parallelRequests';
import { backwards, since, timeZone, until } from '../../fields/time';
import { includeOfOnCalls, onCall } from './resource';

const earliest = field({
	displayName: 'Earliest Only',
	name: 'earliest',
	type: 'boolean',
	default: true,
	description:
		'Whether to list only the first time of each user on each level of each escalation policy, such as who is next',
});

const from = {
	...since,
	description: 'Only who is on call at this time or later. Without it, from now on.',
} as const;
const to = { ...until, description: 'Only who is on call before this time. Without it, now.' } as const;

/** operationId listOnCalls · without dates: who is on call now. Entries have no ID. */
export const getAll = defineOperation({
	of: onCall,
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many on calls',
		description:
			'List who is on call, now or in a range of time: one item for each person, level and shift. For one service or team, Get Current says more.',
	},
	fields: [
		...listed,
		filters(earliest, onCallPolicyIds, onCallScheduleIds, from, to, onCallUserIds),
		options(includeOfOnCalls, parallelRequests, timeZone),
	],
	conflict: backwards,
	request: (query) => get(path`/oncalls`, query),
	answer: { narrowBy: 'an Escalation Policy, a Schedule or a User' },
});
