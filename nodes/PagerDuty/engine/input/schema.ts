import { UserError } from 'n8n-workflow';
import { z } from 'zod';

import { choicesIn, type Field } from '../../fields/field';
import { id, ids } from '../../fields/id';
import { time } from '../../fields/time';
import type { Held } from './held';

/**
 * Checks a value that was read. A field that the form shows must have a value where it is required; and at the top level,
 * where n8n's control always gives one (a switch, a list of choices), an expression must give one as well.
 *
 * @returns the value, undefined where there is none
 * @throws UserError that finishes a sentence after the field's label
 */
export function checked(held: Held, isShown: boolean, value: unknown): unknown {
	if (value === undefined && !(isShown && isCertain(held))) return undefined;
	const result = schemaOf(held.field).safeParse(value);
	if (result.success) return result.data;
	throw new UserError(wordsOf(result.error.issues[0], value));
}

/** What is wrong, where zod would say it in terms of code. */
function wordsOf(issue: z.ZodIssue | undefined, value: unknown): string {
	if (issue?.code === 'invalid_enum_value') return `must be one of ${issue.options.join(', ')}`;
	if (value === undefined && issue?.code === 'invalid_type') return 'is missing';
	// Our own messages go on after the label; zod's begin with a capital letter.
	return issue !== undefined && /^[a-z]/.test(issue.message) ? issue.message : 'cannot be used as it is';
}

function isCertain({ field, collection }: Held): boolean {
	if (field.required) return true;
	return (
		collection === undefined && (field.type === 'boolean' || (field.type === 'options' && !isLoaded(field)))
	);
}

/**
 * The check of a field's value, after it was read from whatever a form, an expression or a language model gave: as the
 * field says it, else as its type implies it.
 */
function schemaOf(field: Field): z.ZodTypeAny {
	const schema = schemas.get(field) ?? field.check ?? impliedBy(field);
	schemas.set(field, schema);
	return schema;
}

/** Made once for each field, not for each item. */
const schemas = new WeakMap<Field, z.ZodTypeAny>();

function impliedBy(field: Field): z.ZodTypeAny {
	switch (field.type) {
		case 'resourceLocator':
			return id;
		case 'multiOptions':
			return isLoaded(field) ? ids : z.array(choice(field));
		case 'options':
			return isLoaded(field) ? z.string() : choice(field);
		case 'dateTime':
			return time;
		case 'boolean':
			return z.boolean();
		case 'number':
			return numberIn(field);
		case 'fixedCollection':
		case 'json':
		case 'resourceMapper':
			return z.custom((value) => typeof value === 'object' && value !== null);
		default:
			return z.string();
	}
}

const isLoaded = ({ typeOptions }: Field) => typeOptions?.loadOptionsMethod !== undefined;

function choice(field: Field) {
	const [first = '', ...more] = choicesIn(field);
	return z.enum([first, ...more]);
}

/** A whole number, unless the field says how many decimals it takes. */
function numberIn({ typeOptions: { minValue, maxValue, numberPrecision = 0 } = {} }: Field): z.ZodTypeAny {
	let number = z.number();
	if (numberPrecision === 0) number = number.int('must be a whole number');
	if (minValue !== undefined) number = number.min(minValue, `must be at least ${minValue}`);
	return maxValue === undefined ? number : number.max(maxValue, `must be at most ${maxValue}`);
}
