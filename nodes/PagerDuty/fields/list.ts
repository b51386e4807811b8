import { isObject } from '../api/answer';
import { jsonOf, parsedJson } from './json';

/**
 * The entries of a multi-select, each once. An expression or a language model may also give text with commas, a list
 * as JSON text, or objects with an `id`. What is none of these comes as its JSON, for a check to refuse.
 */
export const listOf = (value: unknown): string[] => [...new Set(entriesOf(value, 0))];

/** Lists in lists are read this deep. */
const deepest = 5;

function entriesOf(value: unknown, depth: number): string[] {
	if (value === null || value === undefined) return [];
	if (Array.isArray(value))
		return depth < deepest ? value.flatMap((each) => entriesOf(each, depth + 1)) : [jsonOf(value)];
	if (typeof value === 'string') return textEntries(value, depth);
	if (isObject(value)) return [idIn(value) ?? jsonOf(value)];
	return [String(value)];
}

function textEntries(text: string, depth: number): string[] {
	const parsed = parsedJson(text);
	if (parsed !== undefined) return entriesOf(parsed, depth);
	return text
		.split(',')
		.map((each) => each.trim())
		.filter((each) => each !== '');
}

/** The ID of an object as PagerDuty's answers and the triggers give it. */
function idIn({ id }: { readonly id?: unknown }): string | undefined {
	if (typeof id === 'number') return String(id);
	return typeof id === 'string' && id.trim() !== '' ? id.trim() : undefined;
}
