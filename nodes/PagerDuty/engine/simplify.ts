import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { isObject } from '../api/answer';
import { membersOf, type Field } from '../fields/field';
import { isInclude } from '../fields/include';
import { listOf } from '../fields/list';
import type { AnyOperation } from './operation';

/** What remains of a reference to another object. */
const referenceKeeps = ['id', 'summary', 'type', 'html_url'];

/** Properties whose content comes from other systems and from people: its keys are not PagerDuty's, whatever they are called. */
const foreign = [
	'body',
	'channel',
	'contexts',
	'custom_details',
	'custom_fields',
	'details',
	'event_details',
];

/** Properties that hold one kind of object only, so that its type says nothing more. Who acted, say, can be a user or a service. */
const kinds: Readonly<Record<string, string>> = {
	escalation_policy: 'escalation_policy',
	incident: 'incident',
	parent: 'team',
	priority: 'priority',
	service: 'service',
	teams: 'team',
};

/** What is held of an item's objects: all, or what the operation keeps where its item is to be simplified. */
export function simplifier(
	host: IExecuteFunctions,
	{ simple, parts, fields }: AnyOperation,
	item: number,
): (object: IDataObject) => IDataObject {
	if (simple === undefined || host.getNodeParameter('simplify', item, true) !== true)
		return (object) => object;
	const keep = [...simple, ...included(host, fields, item)];
	return (object) => simplify(object, keep, parts);
}

/** The properties that the chosen options of "Include" fill. An expression can name one that the form does not offer. */
function included(host: IExecuteFunctions, fields: readonly Field[], item: number): string[] {
	const offered = fields
		.flatMap(membersOf)
		.filter(isInclude)
		.flatMap(({ options }) => options);
	if (offered.length === 0) return [];
	return listOf(host.getNodeParameter('options.include', item, [])).flatMap(
		(name) => offered.find(({ value }) => value === name)?.fills ?? name,
	);
}

/**
 * Keeps the named properties of a PagerDuty object, in that order, and shortens the references inside.
 * What the user asked for with "Include" is no reference, and stays whole but for the address of its own in the API.
 *
 * @param parts what is kept of the objects, or lists of objects, under these properties
 */
export function simplify(
	object: IDataObject,
	keep: readonly string[],
	parts: Readonly<Record<string, readonly string[]>> = {},
): IDataObject {
	return Object.fromEntries(
		keep
			.filter((name) => name in object)
			.map((name) => [name, simplifyPart(object[name], name, parts[name])]),
	);
}

function simplifyPart(
	value: IDataObject[string],
	place: string,
	keep: readonly string[] | undefined,
): IDataObject[string] {
	if (keep === undefined) return shorten(value, place);
	if (Array.isArray(value)) return value.filter(isObject).map((each) => simplify(each, keep));
	return isObject(value) ? simplify(value, keep) : value;
}

function shorten(value: unknown, place: string): IDataObject[string] {
	if (Array.isArray(value)) return value.map((each: unknown) => shorten(each, place)) as IDataObject[];
	if (!isObject(value) || foreign.includes(place)) return value as IDataObject[string];
	const names = Object.keys(value).filter((name) => isWorthKeeping(name, value, place));
	return Object.fromEntries(names.map((name) => [name, shorten(value[name], name)]));
}

function isWorthKeeping(name: string, { id, type }: IDataObject, place: string): boolean {
	// Only PagerDuty's objects have both, and an entry of a list of theirs has neither.
	if (typeof id !== 'string' || typeof type !== 'string') return true;
	const kind = type.replace(/_reference$/, '');
	if (name === 'type') return kinds[place] !== kind;
	return kind === type ? name !== 'self' : referenceKeeps.includes(name);
}
