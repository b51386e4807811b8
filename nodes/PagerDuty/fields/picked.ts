import { UserError } from 'n8n-workflow';

import { isObject } from '../api/answer';
import type { Field } from './field';
import { parsedJson } from './json';
import { listOf } from './list';

/** What a picker holds: an ID or number, or the name where its user chose to type one. */
export type Picked = string | { readonly name: string };

/**
 * What was picked, typed or given by an expression: an ID, the one in a pasted PagerDuty address, or an object with
 * an `id`. A `#` in front of a number is left out: pickers show numbers so.
 *
 * @throws UserError when there are several
 */
export function pickedIn(field: Pick<Field, 'modes'>, given: unknown): Picked | undefined {
	const text = single(heldBy(given));
	if (text === undefined || text === '') return undefined;
	if (isObject(given) && given.mode === 'name') return { name: text };
	return idOf(text, addressPattern(field));
}

/** What stands in a picker; any other value as it is. */
export const heldBy = (given: unknown): unknown => (isObject(given) && 'mode' in given ? given.value : given);

/** The IDs in a multi-select, or undefined when there are none. */
export function idsIn(given: unknown): string[] | undefined {
	const chosen = listOf(given).map((entry) => idOf(entry));
	return chosen.length > 0 ? chosen : undefined;
}

function single(given: unknown): string | undefined {
	if (typeof given === 'string' && parsedJson(given) === undefined) return given.trim();
	const entries = listOf(given);
	if (entries.length > 1) throw new UserError(`takes one, and this is ${entries.length}`);
	return entries[0];
}

/** Where a pasted address holds the ID, for fields whose ID is not the first one in it. */
const addressPattern = ({ modes = [] }: Pick<Field, 'modes'>): string | undefined =>
	modes.flatMap(({ extractValue }) => (typeof extractValue?.regex === 'string' ? extractValue.regex : []))[0];

/** Language models, and files of other programs, put quotes around an ID. */
const unquoted = (text: string) => /^(["'`])([^"'`]*)\1$/.exec(text)?.[2]?.trim() ?? text;

/** An ID as it stands, or the one in a PagerDuty address: at the pattern, else the first. */
function idOf(given: string, pattern?: string): string {
	const text = unquoted(given);
	if (/^#\d+$/.test(text)) return text.slice(1);
	if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return text;
	const { pathname, hash } = new URL(text);
	if (pattern !== undefined) return new RegExp(pattern).exec(pathname)?.[1] ?? text;
	return (
		`${pathname}/${hash.slice(1)}`
			.split('/')
			.find((segment) => /^(?:[A-Z][A-Z0-9]{5,}|\d+)$/.test(segment)) ?? text
	);
}
