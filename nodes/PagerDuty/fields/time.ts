import { z } from 'zod';

import { tomorrow } from '../api/windows';
import { field } from './field';

/** A point in time in ISO 8601. */
export const time = z
	.string()
	.datetime({ offset: true, message: 'is not a date and time. Write it like 2026-01-31T14:30:00Z' });

/** A name of the IANA time zone list. */
const zone = z
	.string()
	.refine(isTimeZone, 'is not a time zone. Write it like Europe/Berlin or America/New_York');

function isTimeZone(name: string): boolean {
	try {
		return Boolean(Intl.DateTimeFormat(undefined, { timeZone: name }));
	} catch {
		return false;
	}
}

export const since = field({
	displayName: 'Since',
	name: 'since',
	type: 'dateTime',
	default: '',
	description: 'Only what was created at this time or later. Without it, PagerDuty goes back one month.',
});

export const until = field({
	displayName: 'Until',
	name: 'until',
	type: 'dateTime',
	default: '',
	description: 'Only what was created before this time',
});

export const timeZone = field({
	displayName: 'Time Zone',
	name: 'timeZone',
	type: 'string',
	default: '',
	placeholder: 'e.g. Europe/Berlin',
	description: 'The time zone in which PagerDuty writes times. Without it, the one of the account.',
	check: zone,
});

/** The bounds of a list; what is left out is PagerDuty's to decide. */
interface Bounds {
	readonly since?: string;
	readonly until?: string;
}

/**
 * Finds an end that is not later than its beginning.
 *
 * @param field the name of the end's field
 * @param beginning the label of the beginning's field
 */
export const notLater = (
	field: string,
	beginning: string,
	{ from, to }: { readonly from?: string; readonly to?: string },
) =>
	from === undefined || to === undefined || Date.parse(from) < Date.parse(to)
		? undefined
		: { field, message: `must be later than ${beginning}` };

/** Finds a range that ends before it begins. */
export const backwards = ({ since: from, until: to }: Bounds) => notLater('until', 'Since', { from, to });

/**
 * `since` and `until` as PagerDuty takes them. Given only the start, it would end one month later, so the end is said.
 * Source: https://github.com/PagerDuty/pdpyras/issues/46
 */
export const range = ({ since, until }: Bounds): Bounds => ({
	since,
	until: until ?? (since === undefined ? undefined : tomorrow()),
});
