import { UserError } from 'n8n-workflow';

import { wireName } from '../../api/request';
import { lengthOf, truncate, type TextLimit } from '../../api/text';

/** Texts as they were given, by the names of the fields in which they were too long. */
export type Uncut = Readonly<Record<string, string>>;

/**
 * A text as PagerDuty takes it: a page that does not go out is worse than a title that is cut.
 *
 * @param values the others of the form
 * @returns undefined where nothing has to be shortened
 */
export function shorten(
	text: unknown,
	limit: TextLimit | undefined,
	values: Readonly<Record<string, unknown>>,
): string | undefined {
	if (limit === undefined || typeof text !== 'string') return undefined;
	const max = limit.max - lengthOf(limit.suffix?.(values) ?? '');
	if (lengthOf(text) <= max) return undefined;
	return limit.shorten ? limit.shorten(text) : truncate(text, max);
}

/** The error in place of a shortened text; it finishes a sentence that begins with the field's label. */
export const tooLong = (limit: TextLimit | undefined) =>
	new UserError(`is too long: PagerDuty takes ${limit?.max.toLocaleString('en-US')} characters`);

/** How outputs name what was shortened: by PagerDuty's names of the fields. */
export const namesOf = (uncut: Uncut): string[] => Object.keys(uncut).map(wireName);
