import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { isObject } from '../api/answer';
import type { AnyOperation } from './operation';

/** What remains of a reference to another object. */
const referenceKeeps = ['id', 'summary', 'html_url'];

/** What is held of an item's objects: all, or what the operation keeps where its item is to be simplified. */
export function simplifier(
	host: IExecuteFunctions,
	{ simple }: AnyOperation,
	item: number,
): (object: IDataObject) => IDataObject {
	const asked = simple !== undefined && host.getNodeParameter('simplify', item, true) === true;
	return asked ? (object) => simplify(object, simple) : (object) => object;
}

/**
 * Keeps the named properties of a PagerDuty object, in that order, and shortens the references inside.
 * Objects that the user asked for with "Include" are not references and keep all but `type` and `self`.
 */
export function simplify(object: IDataObject, keep: readonly string[]): IDataObject {
	return Object.fromEntries(
		keep.filter((name) => name in object).map((name) => [name, shorten(object[name])]),
	);
}

function shorten(value: unknown): IDataObject[string] {
	if (Array.isArray(value)) return value.map(shorten) as IDataObject[];
	if (!isObject(value)) return value as IDataObject[string];
	const isReference = typeof value.type === 'string' && value.type.endsWith('_reference');
	const names = Object.keys(value).filter((name) =>
		isReference ? referenceKeeps.includes(name) : name !== 'type' && name !== 'self',
	);
	return Object.fromEntries(names.map((name) => [name, shorten(value[name])]));
}
