import { field } from '../../fields/field';
import { multiSelect } from '../../fields/multiSelect';
import { limit, returnAll } from '../../fields/paging';
import { notLater, since, until } from '../../fields/time';

/** Figures are few and all of them wanted, so there is no Simplify. */
export const listedWhole = [returnAll, limit] as const;

export const createdAtStart = {
	...since,
	name: 'createdAtStart',
	description: 'Only what was created at this time or later. PagerDuty takes a year at most.',
} as const;

export const createdAtEnd = {
	...until,
	name: 'createdAtEnd',
	description: 'Only what was created before this time',
} as const;

export const major = field({
	displayName: 'Major Incidents',
	name: 'major',
	type: 'boolean',
	default: true,
	description: 'Whether to have major incidents only. Turned off, it is all but those.',
});

export const aggregateUnit = field({
	displayName: 'Aggregate By',
	name: 'aggregateUnit',
	type: 'options',
	options: [
		{ name: 'Day', value: 'day' },
		{ name: 'Month', value: 'month' },
		{ name: 'Week', value: 'week' },
	],
	default: 'week',
	description: 'Return figures for each day, week or month, instead of one for the whole time',
});

export const order = field({
	displayName: 'Order',
	name: 'order',
	type: 'options',
	options: [
		{ name: 'Ascending', value: 'asc' },
		{ name: 'Descending', value: 'desc' },
	],
	default: 'desc',
	description: 'Whether the smallest comes first, or the largest',
});

export const orderBy = field({
	displayName: 'Order By',
	name: 'orderBy',
	type: 'string',
	default: '',
	placeholder: 'e.g. total_incident_count',
	description: 'The property of the output that the order goes by',
});

export const userIds = multiSelect({
	name: 'userIds',
	noun: 'User',
	description: 'Only these users',
	load: 'loadUsers',
});

export const responderIds = multiSelect({
	name: 'responderIds',
	noun: 'Responder',
	description: 'Only these users',
	load: 'loadUsers',
});

/** Finds a range that ends before it begins, by the names that its bounds have here. */
export const backwardsBetween =
	<Start extends string, End extends string>(start: Start, end: End) =>
	({ [start]: from, [end]: to }: { readonly [Bound in Start | End]?: string }) =>
		notLater(end, 'Since', { from, to });
