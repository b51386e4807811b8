import type { INodeProperties } from 'n8n-workflow';
import type { z } from 'zod';

import type { Api } from '../api/client';
import type { TextLimit } from '../api/text';

/**
 * What a field means to the engine, beyond what n8n's form shows. The type of a field says what it holds (an ID, a time,
 * a list of IDs, one of its choices); this is for what the type cannot say. The form that n8n gets is without it.
 */
export interface Meaning {
	/** Replaces the check that the type of the field implies. Its messages finish a sentence that begins with the label. */
	readonly check?: z.ZodTypeAny;
	/** How much text PagerDuty takes; longer text is shortened, and the output says so. */
	readonly limit?: TextLimit;
	/** Set where an object is written out line by line instead of being refused. */
	readonly objectsAsText?: true;
	/** Looks up an ID where the value names something in another way that PagerDuty does not take. */
	readonly resolve?: Resolve;
	/** Set where the engine itself acts on the field: it is checked, and does not reach the operation's request. */
	readonly forEngine?: true;
	/** What the field holds in an agent's tool until somebody changes it, where that is not its `default`. */
	readonly toolDefault?: INodeProperties['default'];
}

/** A look-up that a field needs before its operation runs. */
export interface Resolve<Held = unknown, Sent = unknown> {
	/** OAuth scopes of the look-up. */
	readonly scopes: readonly string[];
	/** @throws NodeApiError or NodeOperationError when the account has no such thing */
	toId(api: Api, held: Held): Promise<Sent>;
}

type Option = NonNullable<INodeProperties['options']>[number];

/** A field of a form: n8n's literal, and its {@link Meaning}. */
export interface Field extends Omit<INodeProperties, 'options'>, Meaning {
	options?: Array<Option | Field>;
}

/** Keeps the literal type of a field, from which the type of an operation's input follows. */
export const field = <const F extends Field>(literal: F): F => literal;

/** The fields inside a collection, none for any other field. */
export const membersOf = ({ type, options = [] }: Field): Field[] =>
	type === 'collection' ? options.filter((option): option is Field => 'type' in option) : [];

/** All fields of a form, those inside collections included. */
export const everyField = (fields: readonly Field[]): Field[] =>
	fields.flatMap((field) => [field, ...membersOf(field)]);

/** A field as n8n's form takes it: without its {@link Meaning}. */
export function formOf({
	check: _,
	limit,
	objectsAsText,
	resolve,
	forEngine,
	toolDefault,
	...shown
}: Field): INodeProperties {
	const { options, ...more } = shown;
	if (options === undefined) return more;
	return { ...more, options: options.map(optionOf) };
}

/** An entry of a field as n8n's form takes it: a choice, a field of a collection, or a group of fields. */
function optionOf(option: Option | Field): Option {
	if ('type' in option) return formOf(option as Field);
	return 'values' in option ? { ...option, values: option.values.map(formOf) } : option;
}

/** The values that a field's literal offers; none where n8n loads them. */
export const choicesIn = ({ options = [] }: Field): string[] =>
	options.flatMap((option) => ('value' in option ? [String(option.value)] : []));

/** The same field, which must not be left empty. */
export const required = <const F extends Field>(optional: F): F & { required: true } => ({
	...optional,
	required: true,
});
