import type { IExecuteFunctions } from 'n8n-workflow';

import { isObject } from '../../api/answer';
import { membersOf, type Field } from '../../fields/field';
import { parsedJson } from '../../fields/json';
import type { AnyOperation } from '../operation';
import { isEmpty } from './values';

/** A field of a form with what an item has in it. */
export interface Held {
	readonly field: Field;
	/** The collection that the field stands in. */
	readonly collection?: Field;
	/** As n8n gives it, unread. */
	readonly value?: unknown;
}

/** Every field of an operation's form that can hold a value, in the order of the form, with this item's. */
export function heldFields(host: IExecuteFunctions, { fields }: AnyOperation, itemIndex: number): Held[] {
	return fields
		.filter(({ type }) => type !== 'notice')
		.flatMap((field): Held[] => {
			const value: unknown = host.getNodeParameter(field.name, itemIndex, field.default);
			if (field.type !== 'collection') return [{ field, value }];
			const members = typeof value === 'string' ? parsedJson(value) : value;
			if (isObject(members))
				return membersOf(field).map((member) => ({
					field: member,
					collection: field,
					value: members[member.name],
				}));
			// Filters that cannot be read would filter nothing, so they are an error.
			return isEmpty(value) ? [] : [{ field, value }];
		});
}

/** A field of an operation by its name, for an error about it where no value of it was read. */
export function fieldNamed({ fields }: AnyOperation, name: string): Held | undefined {
	return fields
		.flatMap((field): Held[] => [
			{ field },
			...membersOf(field).map((member) => ({ field: member, collection: field })),
		])
		.find(({ field }) => field.name === name);
}

/** How errors name a field: as people see it in the form. */
export const labelOf = ({ field, collection }: Held): string =>
	collection ? `${collection.displayName} > ${field.displayName}` : field.displayName;

/**
 * Whether the form shows a field. What it hides counts as left out, whatever is still stored in it.
 *
 * @param values what was read of the fields above it
 */
export const isShown = (
	{ field: { displayOptions } }: Held,
	values: Readonly<Record<string, unknown>>,
): boolean =>
	Object.entries(displayOptions?.show ?? {}).every(
		([name, wanted]) => !wanted || wanted.includes(values[name.replace(/^\//, '')] as string),
	);
