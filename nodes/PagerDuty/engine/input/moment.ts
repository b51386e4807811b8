import { tryToParseDateTime, UserError } from 'n8n-workflow';

import { isoOf } from './values';

/** ISO 8601, with a space in place of the T as well; the day of week in front of the date of an email or HTTP header. */
const unmistakable = /^(?:\d{4}-\d{2}-\d{2}(?![\d-])|[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} )/;

/** From this many digits on, a count of seconds since 1970 (2001) or of milliseconds (1973) is meant. */
const unixTime = /^\d{9,14}$/;
/** Seconds have fewer: they would mean the year 5138. */
const firstMilliseconds = 100_000_000_000;

/**
 * A point in time as PagerDuty takes it. What names no time zone is meant in the workflow's. Whether 05/10 is in May or
 * in October depends on who wrote it, so such dates are refused.
 *
 * @throws UserError that shows how to write it
 */
export function momentOf(value: unknown, timezone: string): string {
	const text = (isoOf(value) ?? (typeof value === 'object' ? '' : String(value))).trim();
	const moment = unixTime.test(text) ? fromUnixTime(Number(text)) : fromText(text, timezone);
	if (moment !== undefined) return moment;
	const advice = /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}/.test(text)
		? 'leaves open which number is the day and which the month'
		: 'is not a date and time';
	throw new UserError(`${advice}. Write it like 2026-01-31T14:30:00Z`);
}

const fromUnixTime = (count: number) =>
	new Date(count < firstMilliseconds ? count * 1000 : count).toISOString();

function fromText(text: string, timezone: string): string | undefined {
	if (!unmistakable.test(text)) return undefined;
	try {
		return tryToParseDateTime(text, timezone).toUTC().toISO() ?? undefined;
	} catch {
		return undefined;
	}
}
