import type { IDataObject } from 'n8n-workflow';

import type { Api } from '../../api/client';
import { everyField, type Field } from '../../fields/field';
import type { AnyOperation } from '../operation';

/** The fields whose values may name something in another way than PagerDuty takes, as far as they have one. */
const lookedUp = ({ fields }: AnyOperation, values: Readonly<IDataObject>): Field[] =>
	everyField(fields).filter(({ name, resolve }) => resolve && values[name] !== undefined);

/** Whether an input may need look-ups before its operation can run. */
export const needsIds = (operation: AnyOperation, values: Readonly<IDataObject>): boolean =>
	lookedUp(operation, values).length > 0;

/**
 * An input with IDs in place of numbers, names and emails, one look-up after another.
 *
 * @throws NodeApiError or NodeOperationError when the account has no such thing
 */
export async function resolved(
	api: Api,
	operation: AnyOperation,
	values: Readonly<IDataObject>,
): Promise<IDataObject> {
	const found = { ...values };
	for (const { name, resolve } of lookedUp(operation, values))
		found[name] = (await resolve?.toId(api, values[name])) as IDataObject[string];
	return found;
}
