import type { INodePropertyOptions } from 'n8n-workflow';

import { field, type Field } from './field';

/** One of the things that PagerDuty can return in full. */
interface Includable extends INodePropertyOptions {
	/** The properties of the result that it fills: these stay when the result is simplified. */
	readonly fills: readonly string[];
}

/** A field "Include": its values are those of PagerDuty's `include[]`. */
export interface Include extends Field {
	options: Includable[];
}

/** The field "Include" with these choices, sorted by their names. */
export const include = <const Choices extends Includable[]>(...choices: Choices) =>
	field({
		displayName: 'Include',
		name: 'include',
		type: 'multiOptions',
		options: choices,
		default: [],
		description: 'What to return in full instead of as a reference',
	});

/** Whether an entry of a collection is an {@link Include}. */
export const isInclude = (entry: object): entry is Include => 'name' in entry && entry.name === 'include';
