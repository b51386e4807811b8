import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

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
	description: 'Only what was created before this time. Since and Until may be six months apart at most.',
};

export const timeZone: INodeProperties = {
	displayName: 'Time Zone',
	name: 'timeZone',
	type: 'string',
	default: '',
	placeholder: 'e.g. Europe/Berlin',
	description: 'The time zone in which PagerDuty writes times. Without it, the one of the account.',
};

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
