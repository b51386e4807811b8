import { path } from '../../api/path';
import { get as getFrom } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { options } from '../../fields/collection';
import { field } from '../../fields/field';
import { scheduleId } from '../../fields/objects/schedule';
import { nextOnCallUserId } from '../../fields/objects/user';
import { parallelRequests } from '../../fields/parallelRequests';
import { simplify } from '../../fields/simplify';
import { backwards, timeZone } from '../../fields/time';
import { schedule } from './resource';

const rendered = field({
	displayName:
		'Who is on call when is part of the result once Since or Until is added under Options. For who is on call right now, use the resource On-Call.',
	name: 'renderedNotice',
	type: 'notice',
	default: '',
});

const since = field({
	displayName: 'Since',
	name: 'since',
	type: 'dateTime',
	default: '',
	description: 'From when on the result says who is on call. Without it, two weeks before Until.',
});

const until = field({
	displayName: 'Until',
	name: 'until',
	type: 'dateTime',
	default: '',
	description: 'Up to when the result says who is on call. Without it, two weeks after Since.',
});

const overflow = field({
	displayName: 'Whole Shifts',
	name: 'overflow',
	type: 'boolean',
	default: true,
	description: 'Whether shifts that reach beyond Since or Until are given whole instead of cut off there',
});

/** operationId getSchedule · nothing is rendered without a date; one without the other means two weeks. */
export const get = defineOperation({
	of: schedule,
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get a schedule',
		description: 'Read one schedule: its layers, its people, and who is on call when in a range of time',
	},
	fields: [
		rendered,
		scheduleId,
		simplify,
		options(nextOnCallUserId, parallelRequests, since, timeZone, until, overflow),
	],
	conflict: backwards,
	request: ({ scheduleId, nextOnCallUserId: includeNextOncallForUser, ...query }) =>
		getFrom(path`/schedules/${scheduleId}`, { ...query, includeNextOncallForUser }),
});
