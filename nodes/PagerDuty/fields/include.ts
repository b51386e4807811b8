import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

/** One of the things that PagerDuty can return in full. */
interface Includable extends INodePropertyOptions {
	/** The properties of the result that it fills: these stay when the result is simplified. */
	readonly fills: readonly string[];
}

/** A field "Include": its values are those of PagerDuty's `include[]`. */
export interface Include extends INodeProperties {
	readonly options: Includable[];
}

/** Whether an entry of a collection is an {@link Include}. */
export const isInclude = (field: object): field is Include => 'name' in field && field.name === 'include';
