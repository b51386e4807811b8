import { path } from '../../api/path';
import { get } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { filters, options } from '../../fields/collection';
import { field, required } from '../../fields/field';
import { scheduleId } from '../../fields/objects/schedule';
import { listed } from '../../fields/paging';
import { parallelRequests } from '../../fields/parallelRequests';
import { backwards, since, until } from '../../fields/time';
import { ofSchedule, scheduleOverride } from './resource';

const from = required({ ...since, description: 'Only overrides that end after this time' });
const to = required({ ...until, description: 'Only overrides that begin before this time' });

const editable = field({
	displayName: 'Editable Only',
	name: 'editable',
	type: 'boolean',
	default: true,
	description:
		'Whether to list only overrides that have not begun. PagerDuty gives the ID of an override only with this filter.',
});

const overflow = field({
	displayName: 'Whole Overrides',
	name: 'overflow',
	type: 'boolean',
	default: true,
	description: 'Whether overrides that reach beyond Since or Until are given whole instead of cut off there',
});

/** operationId listScheduleOverrides · the list has no pages. Whether `editable` is there counts, not what it says. */
export const getAll = defineOperation({
	of: scheduleOverride,
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many schedule overrides',
		description: 'List the overrides of a schedule in a range of time',
	},
	fields: [scheduleId, from, to, ...listed, filters(editable), options(parallelRequests, overflow)],
	adds: ofSchedule,
	answer: { paging: 'none' },
	conflict: backwards,
	request: ({ scheduleId, editable, ...query }) =>
		get(path`/schedules/${scheduleId}/overrides`, { ...query, editable: editable || undefined }),
});
