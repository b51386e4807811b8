import { z } from 'zod';

import { choicesIn, type Field } from '../../fields/field';
import { id, ids } from '../../fields/id';
import { time } from '../../fields/time';
import type { Held } from './held';

/**
 * The check of a field in its form. A field that the form shows must have a value where it is required; and at the top
 * level, where n8n's control always gives one (a switch, a list of choices), an expression must give one as well.
 */
export function checkOf(held: Held, isShown: boolean): z.ZodTypeAny {
	const schema = schemaOf(held.field);
	return isShown && isCertain(held) ? schema : schema.optional();
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
	if (field.check) return field.check;
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
