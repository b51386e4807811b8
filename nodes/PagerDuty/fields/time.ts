import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

import { tomorrow } from '../api/windows';

export const since: INodeProperties = {
	displayName: 'Since',
	name: 'since',
	type: 'dateTime',
	default: '',
	description: 'Only what was created at this time or later. Without it, PagerDuty goes back one month.',
};

export const until: INodeProperties = {
	displayName: 'Until',
	name: 'until',
	type: 'dateTime',
	default: '',
	description: 'Only what was created before this time',
};

export const timeZone: INodeProperties = {
	displayName: 'Time Zone',
	name: 'timeZone',
	type: 'string',
	default: '',
	placeholder: 'e.g. Europe/Berlin',
	description: 'The time zone in which PagerDuty writes times. Without it, the one of the account.',
};

/** The bounds of a list; what is left out is PagerDuty's to decide. */
interface Bounds {
	readonly since?: string;
	readonly until?: string;
}

/** Checks that a range ends after it begins. */
export function untilAfterSince({ since, until }: Bounds, context: z.RefinementCtx): void {
	if (since === undefined || until === undefined || Date.parse(since) < Date.parse(until)) return;
	context.addIssue({ code: 'custom', path: ['until'], message: 'must be later than Since' });
}

/**
 * `since` and `until` as PagerDuty takes them. Given only the start, it would end one month later, so the end is said.
 * Source: https://github.com/PagerDuty/pdpyras/issues/46
 */
export const range = ({ since, until }: Bounds): Bounds => ({
	since,
	until: until ?? (since === undefined ? undefined : tomorrow()),
});

/** A point in time in ISO 8601. */
export const time = z
	.string()
	.datetime({ offset: true, message: 'is not a date and time. Write it like 2026-01-31T14:30:00Z' });

/** A name of the IANA time zone list. */
export const zone = z
	.string()
	.refine(isTimeZone, 'is not a time zone. Write it like Europe/Berlin or America/New_York');

function isTimeZone(name: string): boolean {
	try {
		return Boolean(Intl.DateTimeFormat(undefined, { timeZone: name }));
	} catch {
		return false;
	}
}
