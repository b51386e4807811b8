import type { IDataObject } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';

import { lengthOf, truncate, type TextLimit } from '../api/text';

/** The limits of an operation's texts, by the names of their fields. */
export type TextLimits = Readonly<Record<string, TextLimit>>;

/** Texts as they were given, by the names of the fields in which they were too long. */
export type Uncut = Readonly<Record<string, string>>;

/**
 * Shortens what is too long for PagerDuty, in place: a page that does not go out is worse than a title that is cut.
 *
 * @returns what was shortened, as it was
 */
export function shortenTexts(values: IDataObject, limits: TextLimits): Uncut {
	const uncut: Record<string, string> = {};
	for (const [name, { max, shorten }] of Object.entries(limits)) {
		const text = values[name];
		if (typeof text !== 'string' || lengthOf(text) <= max) continue;
		uncut[name] = text;
		values[name] = shorten ? shorten(text) : truncate(text, max);
	}
	return uncut;
}

/** The error in place of a shortened text; it finishes a sentence that begins with the field's label. */
export const tooLong = (limit: TextLimit | undefined) =>
	new UserError(`is too long: PagerDuty takes ${limit?.max.toLocaleString('en-US')} characters`);

/** How outputs name what was shortened: by PagerDuty's names of the fields. */
export const namesOf = (uncut: Uncut): string[] =>
	Object.keys(uncut).map((name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
