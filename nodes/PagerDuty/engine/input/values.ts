import { UserError } from 'n8n-workflow';

import { isObject } from '../../api/answer';
import { truncate } from '../../api/text';
import { jsonOf } from '../../fields/json';

// What these throw finishes a sentence that begins with the field's label.

/** How much of a wrong value an error shows. */
const shownLength = 200;

/** A value as errors show it. */
export const shown = (value: unknown): string =>
	truncate(typeof value === 'string' ? value : jsonOf(value), shownLength);

/** Whether a field was left empty, or its expression gave nothing. */
export const isEmpty = (value: unknown) =>
	value === null || value === undefined || (typeof value === 'string' && value.trim() === '');

/**
 * Text as it is sent: numbers and booleans written out, dates in ISO 8601.
 *
 * @throws UserError for an object or a list
 */
export function textOf(value: unknown): string {
	if (typeof value === 'string') return value.trim();
	const date = isoOf(value);
	if (date !== undefined) return date;
	if (typeof value !== 'object' || value === null) return String(value);
	const what = Array.isArray(value) ? 'a list' : 'an object';
	const key = Object.keys(value).find((name) => typeof Reflect.get(value, name) === 'string');
	const field = key === undefined ? 'one of its fields' : `one of its fields, such as "${truncate(key, 50)}"`;
	throw new UserError(`needs text, and this is ${what}`, {
		description: `This item has ${shown(value)} there. Use ${field}, or JSON.stringify(…) in the expression to send all of it.`,
	});
}

/** A whole number as a number; what is none stays as it is, for the operation's check. @throws UserError */
export function numberOf(value: unknown): number {
	const number =
		typeof value === 'string' && /^\s*[+-]?\d+(?:\.\d+)?\s*$/.test(value) ? Number(value) : value;
	if (typeof number === 'bigint') return Number(number);
	if (typeof number === 'number' && Number.isFinite(number)) return number;
	throw new UserError('must be a whole number');
}

/** @throws UserError */
export function booleanOf(value: unknown): boolean {
	const text = String(typeof value === 'object' ? '' : value)
		.trim()
		.toLowerCase();
	if (text === 'true' || text === 'false') return text === 'true';
	throw new UserError('must be true or false');
}

/** ISO 8601 of a JavaScript or luxon date, undefined for anything else and for a date that is none. */
export function isoOf(value: unknown): string | undefined {
	if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString();
	if (!isObject(value) || !('toISO' in value) || typeof value.toISO !== 'function') return undefined;
	const iso: unknown = Reflect.apply(value.toISO, value, []);
	return typeof iso === 'string' ? iso : undefined;
}

/** Deeper than people read on a phone; what is beyond comes as JSON. */
const deepest = 5;

/** An object or a list as people read it: a line for each value, indented where it lies deeper. */
export function readable(value: unknown): string {
	return typeof value === 'object' && value !== null && isoOf(value) === undefined
		? linesOf(value, 0).join('\n')
		: textOf(value);
}

function linesOf(value: object, depth: number): string[] {
	const entries: Array<[string, unknown]> = Array.isArray(value)
		? value.map((each) => ['-', each])
		: Object.entries(value).map(([name, each]) => [`${name}:`, each]);
	return entries.flatMap(([name, each]) => {
		const isNested = typeof each === 'object' && each !== null && isoOf(each) === undefined;
		if (!isNested) return [`${name} ${isEmpty(each) ? '–' : textOf(each)}`];
		if (depth === deepest) return [`${name} ${jsonOf(each)}`];
		return [name, ...linesOf(each, depth + 1).map((line) => `  ${line}`)];
	});
}
