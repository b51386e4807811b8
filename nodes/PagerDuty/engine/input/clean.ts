import { UserError, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';

import { isObject, rowsOf } from '../../api/answer';
import type { Field } from '../../fields/field';
import { jsonOf, parsedJson } from '../../fields/json';
import { idsIn, pickedIn } from '../../fields/picked';
import { isShown } from './held';
import { momentOf } from './moment';
import { checked } from './schema';
import { booleanOf, isEmpty, numberOf, readable, textOf } from './values';

/** An item of a run, as far as reading its fields needs it. */
export interface Place {
	readonly host: IExecuteFunctions;
	readonly itemIndex: number;
}

/**
 * The value of a field in the one form that checks and operations know, from whatever a form, an expression or a language
 * model gave. Undefined where nothing was given.
 *
 * @throws UserError that finishes a sentence after the field's label
 */
export function clean(place: Place, field: Field, value: unknown): unknown {
	switch (field.type) {
		case 'collection':
			throw new UserError('must hold fields with their values');
		case 'resourceLocator':
			return pickedIn(field, value);
		case 'multiOptions':
			return idsIn(value);
		case 'resourceMapper':
			return mapped(place, value);
		case 'fixedCollection':
			return rowsIn(place, field, value);
	}
	if (isEmpty(value)) return undefined;
	switch (field.type) {
		case 'dateTime':
			return momentOf(value, place.host.getTimezone());
		case 'number':
			return numberOf(value);
		case 'boolean':
			return booleanOf(value);
		case 'json':
			return jsonIn(value);
		default:
			return (field.objectsAsText ? readable(value) : textOf(value)) || undefined;
	}
}

/**
 * What JSON keeps of an object or a list. An expression may give what JSON does not know: dates, functions, circles.
 *
 * @throws UserError when it is none, or a text that is no JSON
 */
function jsonIn(value: unknown): object {
	const parsed = parsedJson(typeof value === 'string' ? value : jsonOf(value));
	if (parsed !== undefined) return parsed;
	throw new UserError('must be JSON: an object in { } or a list in [ ]');
}

/**
 * The values of a resource mapper: those that were filled in, or the item's own fields by the names of its columns where it
 * maps by itself. An expression or a language model may give an object with the values, or that as JSON text.
 *
 * @throws UserError
 */
function mapped({ host, itemIndex }: Place, given: unknown): IDataObject | undefined {
	if (!isObject(given) || !('mappingMode' in given)) return valuesIn(given);
	const columns = rowsOf(given, 'schema').filter(({ removed }) => removed !== true);
	const isColumn = (name: string) => columns.length === 0 || columns.some(({ id }) => id === name);
	const isAutomatic = given.mappingMode === 'autoMapInputData';
	const held = isAutomatic ? host.getInputData()[itemIndex]?.json : valuesIn(given.value);
	// A column that was left empty says nothing.
	const filled = Object.entries(held ?? {}).filter(
		([name, value]) => !isEmpty(value) && (!isAutomatic || isColumn(name)),
	);
	return filled.length > 0 ? Object.fromEntries(filled) : undefined;
}

function valuesIn(held: unknown): IDataObject | undefined {
	const values = typeof held === 'string' ? (parsedJson(held) ?? held) : held;
	if (isEmpty(values)) return undefined;
	if (isObject(values)) return values;
	throw new UserError('must hold fields with their values');
}

/**
 * The rows of a fixed collection, each with its fields by name. n8n keeps them under the name of their group; an
 * expression or a language model may give the list of rows itself, one row, or these as JSON text.
 *
 * @throws UserError that names the field of a row
 */
function rowsIn(place: Place, field: Field, given: unknown): IDataObject[] | undefined {
	const [group] = (field.options ?? []).filter((option) => 'values' in option);
	if (group === undefined || !('values' in group)) return undefined;
	const members = group.values as Field[];
	const held = typeof given === 'string' ? (parsedJson(given) ?? given) : given;
	const listed = isObject(held) && group.name in held ? held[group.name] : held;
	const rows = [isEmpty(listed) ? [] : listed]
		.flat()
		.filter((row) => !isObject(row) || Object.keys(row).length > 0);
	const isRow = (row: unknown): row is IDataObject =>
		isObject(row) && members.some(({ name }) => Object.hasOwn(row, name));
	if (!rows.every(isRow)) throw new UserError('must hold rows of fields with their values');
	const read = rows.map((row) => rowOf(place, members, row));
	return read.length > 0 ? read : undefined;
}

function rowOf(place: Place, fields: readonly Field[], row: IDataObject): IDataObject {
	const values: IDataObject = {};
	for (const field of fields) {
		if (!isShown({ field }, values)) continue;
		const given = Object.hasOwn(row, field.name) ? row[field.name] : field.default;
		const { value, problem } = readInRow(place, field, given);
		if (problem !== undefined) throw new UserError(`has a row whose "${field.displayName}" ${problem}`);
		if (value !== undefined) values[field.name] = value as IDataObject[string];
		else if (field.required) throw new UserError(`has a row without "${field.displayName}"`);
	}
	return values;
}

/** The checked value, or what is wrong with it. */
function readInRow(place: Place, field: Field, value: unknown): { value?: unknown; problem?: string } {
	try {
		return { value: checked({ field }, false, clean(place, field, value)) };
	} catch (error) {
		return { problem: error instanceof Error ? error.message : 'cannot be read' };
	}
}
