import type { INodeProperties } from 'n8n-workflow';

import type { AnyOperation } from '../../../nodes/PagerDuty/engine/operation';
import { barestRow, fieldValues, groupOf, membersOf, type FieldValue } from './fieldValues';

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
	if (collection === undefined) return { ...form, ...shows(field), [field.name]: value };
	return {
		...form,
		[collection]: { ...(form[collection] as Record<string, FieldValue>), [field.name]: value },
	};
}

/** What other fields hold when the form shows a field. */
const shows = ({ displayOptions }: INodeProperties): Parameters =>
	Object.fromEntries(
		Object.entries(displayOptions?.show ?? {}).map(([name, values]) => [
			name.replace(/^\//, ''),
			(values as FieldValue[] | undefined)?.[0] ?? '',
		]),
	);

/** A list in it makes it the rows of a fixed collection, which are one value. */
const isCollection = (entry: Parameters[string]): entry is Record<string, FieldValue> =>
	typeof entry === 'object' && !Array.isArray(entry) && !('__rl' in entry) && !('mappingMode' in entry);

/** The form with another value in one of its fields, also where that stands in a collection. */
export const swap = (form: Parameters, field: INodeProperties, other: unknown): Parameters =>
	Object.fromEntries(
		Object.entries(form).map(([name, entry]): [string, Parameters[string]] => {
			if (name === field.name) return [name, other as FieldValue];
			return [name, isCollection(entry) ? (swap(entry, field, other) as Record<string, FieldValue>) : entry];
		}),
	);

/** What fills a field with a strange value: as its whole, and where it has rows, in each field of a row as well. */
export function strangeFillings(field: INodeProperties, strange: unknown): unknown[] {
	if (field.type === 'resourceLocator') return [{ __rl: true, mode: 'id', value: strange }, strange];
	const group = groupOf(field);
	if (group === undefined) return [strange];
	const barest = barestRow(group.fields);
	const rows = group.fields.map(({ name }) => ({ [group.name]: [{ ...barest, [name]: strange }] }));
	return [strange, { [group.name]: strange }, ...rows];
}

function firstValue(field: INodeProperties): FieldValue {
	const [value] = fieldValues(field);
	if (value === undefined) throw new Error(`The required field "${field.displayName}" has no values`);
	return value;
}
