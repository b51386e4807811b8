import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { NodeOperationError, UserError } from 'n8n-workflow';
import type { z } from 'zod';

import { isObject } from '../api/answer';
import { isUserError } from '../api/nodeErrors';
import { parsedJson } from '../fields/json';
import { heldBy, idsIn, pickedIn } from './ids';
import { shortenTexts, tooLong, type Uncut } from './limits';
import { momentOf } from './moment';
import type { AnyOperation } from './operation';
import { booleanOf, isEmpty, numberOf, readable, shown, textOf } from './values';

/** An item's checked parameters. */
export interface Input {
	readonly values: IDataObject;
	/** What was longer than PagerDuty takes, and is shortened in `values`. */
	readonly uncut: Uncut;
}

/**
 * Reads an item's parameters and checks them. They come from a form, an expression, a program or a language model: so
 * numbers are text where text is wanted, and lists may be JSON. Members of collections stand beside the others.
 *
 * @throws NodeOperationError that names the field's label, the item, and what would be right
 */
export function readInput(host: IExecuteFunctions, operation: AnyOperation, itemIndex: number): Input {
	const given: Record<string, unknown> = {};
	const values: IDataObject = {};
	const fields = [...fieldsOf(host, operation, itemIndex)];
	let reading = '';
	try {
		for (const [field, value] of fields) {
			reading = field.name;
			given[field.name] = heldBy(value);
			values[field.name] = clean(operation, field, value, host.getTimezone());
		}
		const { limits = {} } = operation;
		const uncut = shortenTexts(values, limits);
		const refused = values.ifTooLong === 'error' ? Object.keys(uncut) : [];
		for (reading of refused) throw tooLong(limits[reading]);
		const checked = operation.input.safeParse(values);
		if (checked.success) return { values: checked.data as IDataObject, uncut };
		const issue = checked.error.issues[0];
		reading = String(issue?.path[0] ?? '');
		throw new UserError(wordsOf(issue, values[reading]));
	} catch (error) {
		const wrong = isUserError(error) ? error : new UserError('cannot be read');
		throw inputError(host, itemIndex, wrong, labelOf(operation.properties, reading), given[reading]);
	}
}

/** Every field of an operation's form that holds a value, with this item's. */
function* fieldsOf(
	host: IExecuteFunctions,
	{ properties }: AnyOperation,
	itemIndex: number,
): Generator<[INodeProperties, unknown]> {
	for (const property of properties) {
		if (property.type === 'notice') continue;
		const value: unknown = host.getNodeParameter(property.name, itemIndex, property.default);
		const members = typeof value === 'string' ? parsedJson(value) : value;
		if (property.type !== 'collection') yield [property, value];
		else if (isObject(members))
			for (const member of membersOf(property)) yield [member, members[member.name]];
		// Filters that cannot be read would filter nothing, so they are an error.
		else if (!isEmpty(value)) yield [property, value];
	}
}

/** The fields inside a collection. */
const membersOf = (collection: INodeProperties) =>
	(collection.options ?? []).filter(
		(option): option is INodeProperties => 'displayName' in option && 'type' in option,
	);

/** @throws UserError that finishes a sentence after the field's label */
function clean(
	{ objectsAsText }: AnyOperation,
	field: INodeProperties,
	value: unknown,
	timezone: string,
): IDataObject[string] {
	if (field.type === 'collection') throw new UserError('must hold fields with their values');
	if (field.type === 'resourceLocator') return pickedIn(field, value);
	if (field.type === 'multiOptions') return idsIn(value);
	if (isEmpty(value)) return undefined;
	if (field.type === 'dateTime') return momentOf(value, timezone);
	if (field.type === 'number') return numberOf(value);
	if (field.type === 'boolean') return booleanOf(value);
	if (objectsAsText?.includes(field.name)) return readable(value) || undefined;
	return textOf(value) || undefined;
}

function inputError(
	host: IExecuteFunctions,
	itemIndex: number,
	{ message, description }: UserError,
	label: string,
	given: unknown,
): NodeOperationError {
	const list = Array.isArray(given) && given.every((each) => typeof each === 'string');
	return new NodeOperationError(host.getNode(), label === '' ? message : `"${label}" ${message}`, {
		itemIndex,
		description:
			description ??
			(isEmpty(given)
				? 'Fill in this field, or check the expression in it: it gave nothing for this item.'
				: `This item has "${shown(list ? given.join(', ') : given)}" there.`),
	});
}

/** What is wrong, where zod would say it in terms of code. */
function wordsOf(issue: z.ZodIssue | undefined, value: unknown): string {
	if (issue?.code === 'invalid_enum_value') return `must be one of ${issue.options.join(', ')}`;
	if (value === undefined && issue?.code === 'invalid_type') return 'is missing';
	// Our own messages go on after the label; zod's begin with a capital letter.
	return issue !== undefined && /^[a-z]/.test(issue.message) ? issue.message : 'cannot be used as it is';
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
