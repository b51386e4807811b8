import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../api/answer';
import { truncate } from '../../api/text';

/**
 * A text on one line, cut to `max` characters. Much of it was written by other systems and by strangers: it must not
 * become a link, a tag or a mention where it is shown.
 */
export const oneLine = (text: unknown, max = 200): string =>
	truncate(String(text ?? '').replace(/\s+/g, ' '), max)
		.replace(/\]\(/g, '] (')
		.replace(/<(?=[!@#/a-z])/gi, '< ')
		.trim();

/** What people call an object that PagerDuty refers to. */
export function nameOf(reference: unknown): string {
	const { summary, name, id } = isObject(reference) ? reference : {};
	return oneLine(summary ?? name ?? id ?? 'somebody', 100);
}

/** `Maya`, `Maya and Tom`, `Maya, Tom and Ines`; each name once. */
export function enumerated(names: readonly string[]): string {
	const each = [...new Set(names)];
	const last = each.pop() ?? '';
	return each.length > 0 ? `${each.join(', ')} and ${last}` : last;
}

/** `2026-01-31T14:30:00Z` as people read it: `2026-01-31 14:30 UTC`. The time zone stays the one that PagerDuty wrote. */
export const momentText = (time: unknown): string =>
	String(time ?? '?').replace(
		/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::[\d.]+)?(Z|[+-]\d\d:\d\d)?$/,
		(_, date: string, clock: string, zone?: string) =>
			`${date} ${clock}${zone === undefined ? '' : zone === 'Z' ? ' UTC' : ` ${zone}`}`,
	);

/** A duration in its two largest units: `45 s`, `12 min`, `3 h 5 min`, `2 d 4 h`. */
export function durationText(seconds: number): string {
	const minutes = Math.floor(seconds / 60);
	const hours = Math.floor(minutes / 60);
	const days = Math.floor(hours / 24);
	const pair = (large: string, small: number, unit: string) =>
		small > 0 ? `${large} ${small} ${unit}` : large;
	if (days > 0) return pair(`${days} d`, hours % 24, 'h');
	if (hours > 0) return pair(`${hours} h`, minutes % 60, 'min');
	return minutes > 0 ? `${minutes} min` : `${Math.max(0, Math.round(seconds))} s`;
}

/** Seconds from one of PagerDuty's times to another, null where one of them is none. */
export function secondsBetween(from: unknown, to: unknown): number | null {
	const seconds = (Date.parse(String(to)) - Date.parse(String(from))) / 1000;
	return Number.isNaN(seconds) ? null : seconds;
}

/** The object under a property, empty where there is none. */
export const partOf = (object: IDataObject, name: string): IDataObject => {
	const part = object[name];
	return isObject(part) ? part : {};
};
