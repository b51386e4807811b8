import { UserError, type IDataObject } from 'n8n-workflow';

import { lengthOf } from '../../../api/text';
import { momentOf } from '../../../engine/input/moment';
import { booleanOf, isEmpty, numberOf, textOf } from '../../../engine/input/values';
import { parsedJson } from '../../../fields/json';

/** Characters in a text, and entries in a list. Source: CustomFieldsFieldValue of PagerDuty's OpenAPI document */
const longest = 200;
const most = 10;

/**
 * A value as a custom field of PagerDuty's takes it, from whatever a form, an expression or a language model gave.
 *
 * @param field as PagerDuty gives it: `data_type` and `field_type` count
 * @throws UserError that finishes a sentence after the field's label
 */
export function customFieldValue(
	{ data_type: type, field_type: kind }: IDataObject,
	value: unknown,
	timezone: string,
): IDataObject[string] {
	if (value === null) return null;
	if (!String(kind).startsWith('multi_')) return single(String(type), value, timezone);
	const values = [...new Set(listIn(value).map((each) => String(single(String(type), each, timezone))))];
	if (values.length > most) throw new UserError(`takes ${most} values, and these are ${values.length}`);
	return values;
}

/** A list, one as JSON text, or texts with commas between them. */
function listIn(value: unknown): unknown[] {
	const held = typeof value === 'string' ? (parsedJson(value) ?? value.split(',')) : value;
	return (Array.isArray(held) ? held : [held]).filter((each) => !isEmpty(each));
}

function single(type: string, value: unknown, timezone: string): string | number | boolean {
	switch (type) {
		case 'boolean':
			return booleanOf(value);
		case 'integer':
			return wholeNumber(value);
		case 'float':
			return number(value);
		case 'datetime':
			return momentOf(value, timezone);
		case 'url':
			return address(value);
		default:
			return text(value);
	}
}

function wholeNumber(value: unknown): number {
	const given = numberOf(value);
	if (!Number.isInteger(given)) throw new UserError('must be a whole number');
	return given;
}

function number(value: unknown): number {
	const given = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	if (typeof given === 'number' && Number.isFinite(given)) return given;
	throw new UserError('must be a number');
}

function address(value: unknown): string {
	const given = text(value);
	if (URL.canParse(given)) return given;
	throw new UserError('must be an address. It starts with https://');
}

function text(value: unknown): string {
	const given = textOf(value);
	if (lengthOf(given) <= longest) return given;
	throw new UserError(`is too long: PagerDuty takes ${longest} characters`);
}
