import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError, UserError } from 'n8n-workflow';

import { isUserError } from '../../api/nodeErrors';
import { heldBy } from '../../fields/picked';
import type { AnyOperation } from '../operation';
import { clean } from './clean';
import { fieldNamed, heldFields, isShown, labelOf, type Held } from './held';
import { shorten, tooLong, type Uncut } from './limits';
import { checked } from './schema';
import { isEmpty, shown } from './values';

/** An item's checked parameters. */
export interface Input {
	/** What the operation's request is made of: values by the names of fields. */
	readonly values: IDataObject;
	/** What the engine itself acts on. */
	readonly controls: Controls;
	/** What was longer than PagerDuty takes, and is shortened in `values`. */
	readonly uncut: Uncut;
}

/** The values of the fields that are for the engine, as far as the operation's form has them. */
export interface Controls {
	readonly returnAll?: boolean;
	/** Rows at most. */
	readonly limit?: number;
	/** The email of the acting user. */
	readonly fromEmail?: string;
	/** Changes that the node may make in an execution. */
	readonly maxWrites?: number;
	/** What is done with a text that is too long. */
	readonly ifTooLong?: 'cut' | 'error';
	/** Minutes that an execution waits for a person; without end where it is undefined. */
	readonly timeLimit?: number;
}

/**
 * Reads an item's parameters and checks them. They come from a form, an expression, a program or a language model: so
 * numbers are text where text is wanted, and lists may be JSON. Members of collections stand beside the others.
 *
 * @throws NodeOperationError that names the field's label, the item, and what would be right
 */
export function readInput(host: IExecuteFunctions, operation: AnyOperation, itemIndex: number): Input {
	const fields = heldFields(host, operation, itemIndex);
	const read: Record<string, unknown> = {};
	const uncut: Record<string, string> = {};
	let reading: Held | undefined;
	try {
		for (reading of fields) {
			if (isShown(reading, read))
				read[reading.field.name] = clean({ host, itemIndex }, reading.field, reading.value);
		}
		for (reading of fields) {
			const { name, limit } = reading.field;
			const text = shorten(read[name], limit, read);
			if (text === undefined) continue;
			if (read.ifTooLong === 'error') throw tooLong(limit);
			uncut[name] = String(read[name]);
			read[name] = text;
		}
		for (reading of fields) {
			const { name } = reading.field;
			read[name] = checked(reading, isShown(reading, read), read[name]);
		}
		const { values, controls } = divided(fields, read);
		const conflict = operation.conflict?.(values);
		if (conflict === undefined) return { values, controls, uncut };
		reading =
			fields.find(({ field }) => field.name === conflict.field) ?? fieldNamed(operation, conflict.field);
		throw new UserError(conflict.message);
	} catch (error) {
		const wrong = isUserError(error) ? error : new UserError('cannot be read');
		throw inputError(host, itemIndex, wrong, reading);
	}
}

/** What is for the operation, and what is for the engine. */
function divided(fields: readonly Held[], read: Readonly<Record<string, unknown>>) {
	const values: IDataObject = {};
	const controls: IDataObject = {};
	for (const { field } of fields) {
		const value = read[field.name] as IDataObject[string];
		if (value !== undefined) (field.forEngine ? controls : values)[field.name] = value;
	}
	return { values, controls };
}

function inputError(
	host: IExecuteFunctions,
	itemIndex: number,
	{ message, description }: UserError,
	reading: Held | undefined,
): NodeOperationError {
	const given = heldBy(reading?.value);
	const list = Array.isArray(given) && given.every((each) => typeof each === 'string');
	return new NodeOperationError(host.getNode(), reading ? `"${labelOf(reading)}" ${message}` : message, {
		itemIndex,
		description:
			description ??
			(isEmpty(given)
				? 'Fill in this field, or check the expression in it: it gave nothing for this item.'
				: `This item has "${shown(list ? given.join(', ') : given)}" there.`),
	});
}
