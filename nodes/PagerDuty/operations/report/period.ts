import { tryToParseDateTime } from 'n8n-workflow';

import { field, required } from '../../fields/field';
import { notLater, since, until } from '../../fields/time';

export const period = field({
	displayName: 'Period',
	name: 'period',
	type: 'options',
	options: [
		{ name: 'Custom', value: 'custom', description: 'From one point in time to another' },
		{ name: 'Last 30 Days', value: 'last30Days', description: 'The 30 days before today' },
		{ name: 'Last 7 Days', value: 'last7Days', description: 'The 7 days before today' },
		{ name: 'Last Month', value: 'lastMonth', description: 'The calendar month before this one' },
		{ name: 'Last Week', value: 'lastWeek', description: 'The week before this one, from Monday to Sunday' },
		{ name: 'This Month', value: 'thisMonth', description: 'From the first of this month until now' },
		{ name: 'Yesterday', value: 'yesterday', description: 'The day before today' },
	],
	default: 'lastMonth',
	description:
		'The report is about the incidents that were created in this time, and about what became of them since. Days begin and end by the time zone under Options.',
});

const ofCustom = { displayOptions: { show: { period: ['custom'] } } };

export const customSince = {
	...required(since),
	...ofCustom,
	description: 'Only incidents that were created at this time or later',
} as const;

export const customUntil = {
	...required(until),
	...ofCustom,
	description: 'Only incidents that were created before this time',
} as const;

/** A time from a moment on to before another one, in milliseconds since 1970. */
export interface Range {
	readonly since: number;
	readonly until: number;
}

/** Finds a range that ends before it begins. */
export const endsTooEarly = (input: { readonly since?: string; readonly until?: string }) =>
	notLater('until', 'Since', { from: input.since, to: input.until });

/** The period that was chosen, by the days of a time zone. @param now in milliseconds since 1970 */
export function rangeOf(
	{ period, since, until }: { readonly period: string; readonly since?: string; readonly until?: string },
	timeZone: string,
	now: number,
): Range {
	const moment = tryToParseDateTime(new Date(now), timeZone);
	const today = moment.startOf('day');
	const ranges: Readonly<Record<string, readonly [typeof today, typeof today]>> = {
		last30Days: [today.minus({ days: 30 }), today],
		last7Days: [today.minus({ days: 7 }), today],
		lastMonth: [today.startOf('month').minus({ months: 1 }), today.startOf('month')],
		lastWeek: [today.startOf('week').minus({ weeks: 1 }), today.startOf('week')],
		thisMonth: [today.startOf('month'), moment],
		yesterday: [today.minus({ days: 1 }), today],
	};
	const [from, to] = ranges[period] ?? [];
	if (from && to) return { since: from.toMillis(), until: to.toMillis() };
	return { since: Date.parse(since ?? ''), until: Date.parse(until ?? '') };
}
