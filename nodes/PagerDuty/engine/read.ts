import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { NodeOperationError, tryToParseDateTime } from 'n8n-workflow';
import type { z } from 'zod';

import { isObject } from '../api/answer';
import { listOf } from '../fields/list';
import type { AnyOperation } from './operation';

/**
 * Reads an item's parameters and checks them: trims, leaves out what is empty, takes the ID out of pickers and
 * pasted PagerDuty addresses, splits lists, and puts the members of collections beside the other parameters.
 *
 * @throws NodeOperationError that names the field's label, the item, and what would be right
 */
export function readInput(host: IExecuteFunctions, operation: AnyOperation, itemIndex: number): IDataObject {
	const raw: IDataObject = {};
	for (const property of operation.properties) {
		if (property.type === 'notice') continue;
		const value: unknown = host.getNodeParameter(property.name, itemIndex, property.default);
		const read = (field: INodeProperties, given: unknown) => clean(field, given, host.getTimezone());
		if (property.type === 'collection') Object.assign(raw, readCollection(property, value, read));
		else raw[property.name] = read(property, value);
	}
	const checked = operation.input.safeParse(raw);
	if (checked.success) return checked.data as IDataObject;
	throw inputError(host, operation, itemIndex, checked.error.issues[0], raw);
}

function readCollection(
	collection: INodeProperties,
	values: unknown,
	read: (field: INodeProperties, given: unknown) => IDataObject[string],
): IDataObject {
	const members = isObject(values) ? values : {};
	return Object.fromEntries(
		membersOf(collection).map((field) => [field.name, read(field, members[field.name])]),
	);
}

/** The fields inside a collection. */
const membersOf = (collection: INodeProperties) =>
	(collection.options ?? []).filter(
		(option): option is INodeProperties => 'displayName' in option && 'type' in option,
	);

function clean(property: INodeProperties, value: unknown, timezone: string): IDataObject[string] {
	if (property.type === 'resourceLocator')
		return idOf(isObject(value) ? value.value : value, addressPattern(property));
	if (property.type === 'multiOptions') return idsOf(value);
	if (value === null || value === undefined || (typeof value === 'string' && value.trim() === ''))
		return undefined;
	if (property.type === 'dateTime') return momentOf(value, timezone);
	if (typeof value === 'string') return value.trim();
	return value as IDataObject[string];
}

/** A point in time as PagerDuty takes it. What names no time zone is meant in the workflow's. */
function momentOf(value: unknown, timezone: string): string {
	try {
		return tryToParseDateTime(value, timezone).toUTC().toISO() ?? String(value);
	} catch {
		// The operation's own check says what is wrong with it.
		return String(value);
	}
}

/** Where a pasted address holds the ID, for fields whose ID is not the first one in it. */
const addressPattern = ({ modes = [] }: INodeProperties): string | undefined =>
	modes.flatMap(({ extractValue }) => (typeof extractValue?.regex === 'string' ? extractValue.regex : []))[0];

/** An ID as it was picked or typed, or the one in a pasted PagerDuty address: at the pattern, else the first. */
function idOf(value: unknown, pattern?: string): string | undefined {
	const text = String(value ?? '').trim();
	if (text === '') return undefined;
	if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return text;
	const { pathname, hash } = new URL(text);
	if (pattern !== undefined) return new RegExp(pattern).exec(pathname)?.[1] ?? text;
	return (
		`${pathname}/${hash.slice(1)}`
			.split('/')
			.find((segment) => /^(?:[A-Z][A-Z0-9]{5,}|\d+)$/.test(segment)) ?? text
	);
}

/** The chosen values, or undefined when there are none. */
function idsOf(value: unknown): string[] | undefined {
	const chosen = listOf(value).flatMap((entry) => idOf(entry) ?? []);
	return chosen.length > 0 ? chosen : undefined;
}

function inputError(
	host: IExecuteFunctions,
	operation: AnyOperation,
	itemIndex: number,
	issue: z.ZodIssue | undefined,
	raw: IDataObject,
): NodeOperationError {
	const name = String(issue?.path[0] ?? '');
	const given = raw[name];
	const label = labelOf(operation.properties, name);
	const message =
		given === undefined && issue?.code === 'invalid_type'
			? `"${label}" is missing`
			: `"${label}": ${wordsOf(issue)}`;
	return new NodeOperationError(host.getNode(), label === '' ? wordsOf(issue) : message, {
		itemIndex,
		description:
			given === undefined
				? 'Fill in this field, or check the expression in it: it gave nothing for this item.'
				: `This item has "${[given].flat().join(', ').slice(0, 200)}" there.`,
	});
}

/** What is wrong, where zod would say it in terms of code. */
function wordsOf(issue: z.ZodIssue | undefined): string {
	if (issue?.code === 'invalid_enum_value') return `must be one of ${issue.options.join(', ')}`;
	if (issue?.code === 'invalid_type' && issue.expected === 'boolean') return 'must be true or false';
	return issue?.message ?? 'Invalid input';
}

function labelOf(properties: readonly INodeProperties[], name: string): string {
	for (const property of properties) {
		if (property.type === 'collection') {
			const member = membersOf(property).find((each) => each.name === name);
			if (member) return `${property.displayName} > ${member.displayName}`;
		}
		if (property.name === name) return property.displayName;
	}
	return name;
}
