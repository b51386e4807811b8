import type { INodeProperties } from 'n8n-workflow';

import type { AnyOperation } from '../../../nodes/PagerDuty/engine/operation';
import { fieldValues, membersOf, type FieldValue } from './fieldValues';

/** Parameters of one item, as the node stores them. */
export type Parameters = Record<string, FieldValue | Record<string, FieldValue>>;

/** One value of one field, and the ways to fill in a form that has it. */
export interface Variant {
	readonly field: INodeProperties;
	readonly value: FieldValue;
	/** From the barest form to fuller ones, for fields that only make sense beside another. */
	readonly forms: Parameters[];
}

/** The form as it stands when the user has filled in no more than what is required. */
export function barest(operation: AnyOperation): Parameters {
	return Object.fromEntries(
		operation.fields.map((field) => [
			field.name,
			field.required ? firstValue(field) : (field.default as FieldValue),
		]),
	);
}

/** Every value of every field of an operation, the fields inside of collections included. */
export function variants(operation: AnyOperation): Variant[] {
	const base = barest(operation);
	const places = operation.fields.flatMap((field): Place[] =>
		field.type === 'collection'
			? membersOf(field).map((member) => ({ field: member, collection: field.name }))
			: [{ field }],
	);
	const single = places.flatMap((place) => fieldValues(place.field).map((value) => ({ place, value })));
	return single.map(({ place, value }) => ({
		field: place.field,
		value,
		forms: [
			put(base, place, value),
			...single
				.filter((other) => other.place !== place)
				.map((other) => put(put(base, other.place, other.value), place, value)),
		],
	}));
}

interface Place {
	readonly field: INodeProperties;
	readonly collection?: string;
}

function put(form: Parameters, { field, collection }: Place, value: FieldValue): Parameters {
	if (collection === undefined) return { ...form, [field.name]: value };
	return {
		...form,
		[collection]: { ...(form[collection] as Record<string, FieldValue>), [field.name]: value },
	};
}

/** The form with another value in one of its fields, also where that stands in a collection. */
export const swap = (form: Parameters, field: INodeProperties, other: unknown): Parameters =>
	Object.fromEntries(
		Object.entries(form).map(([name, entry]): [string, Parameters[string]] => {
			if (name === field.name) return [name, other as FieldValue];
			const isCollection = typeof entry === 'object' && !Array.isArray(entry) && !('__rl' in entry);
			return [name, isCollection ? (swap(entry, field, other) as Record<string, FieldValue>) : entry];
		}),
	);

function firstValue(field: INodeProperties): FieldValue {
	const [value] = fieldValues(field);
	if (value === undefined) throw new Error(`The required field "${field.displayName}" has no values`);
	return value;
}
