import type { IDataObject } from 'n8n-workflow';
import { NodeOperationError, UserError } from 'n8n-workflow';

import type { Api } from '../../../api/client';
import { isRefused } from '../../../api/errors';
import { isNodeError, isUserError } from '../../../api/nodeErrors';
import { path } from '../../../api/path';
import { get, put } from '../../../api/request';
import { many } from '../../../api/shape';
import type { GivenValue } from '../../../fields/customFields';
import { customFieldValue } from './customFieldValue';

/**
 * Sets custom fields of an incident. PagerDuty is asked first which the incident has, and what each of them takes.
 * operationId setIncidentFieldValues, getIncidentFieldValues
 *
 * @param given null empties a field
 * @returns the fields that were set
 * @throws NodeOperationError that names the field where there is none, or its value is wrong
 */
export async function setValues(
	api: Api,
	incidentId: string,
	given: readonly GivenValue[],
): Promise<IDataObject[]> {
	const fields = await many(api, get(path`/incidents/${incidentId}/custom_fields/values`), 'custom_fields');
	const wanted = given.map((one) => {
		const { name, said } = one;
		const field = fields.find((each) => [each.name, each.display_name, each.id].includes(name));
		if (field) return { field, value: checkedValue(api, field, one) };
		const known = fields.map((each) => String(each.name)).join(', ') || 'none';
		throw new NodeOperationError(api.host.getNode(), `"${said}" has no field "${name}" for this incident`, {
			description: `Which fields an incident has depends on its type. This one has: ${known}.`,
		});
	});
	const request = put(path`/incidents/${incidentId}/custom_fields/values`, {
		custom_fields: wanted.map(({ field, value }) => ({ name: field.name, value })),
	});
	// PagerDuty books it on nobody.
	return await many(api, { ...request, from: undefined }, 'custom_fields').catch((refusal: unknown) => {
		if (isRefused(refusal, '400'))
			refusal.description =
				`${refusal.description ?? ''} Custom fields that were sent: ${wanted.map(lineOf).join(', ')}.`.trim();
		throw refusal;
	});
}

/**
 * The same once something else was done.
 *
 * @param done a sentence about that, for the error
 * @throws as {@link setValues} does
 */
export async function setValuesAfter(
	done: string,
	api: Api,
	incidentId: string,
	given: readonly GivenValue[],
): Promise<void> {
	await setValues(api, incidentId, given).catch((error: unknown) => {
		if (isNodeError(error)) error.description = `${done} ${error.description ?? ''}`.trim();
		throw error;
	});
}

const labelOf = ({ name, display_name: label }: IDataObject) => String(label ?? name);

const lineOf = ({ field }: { field: IDataObject }): string =>
	`"${labelOf(field)}"${String(field.field_type).endsWith('_fixed') ? ' (which takes its choices only)' : ''}`;

function checkedValue(api: Api, field: IDataObject, { value, said }: GivenValue) {
	try {
		return customFieldValue(field, value, api.host.getTimezone());
	} catch (error) {
		const { message } = isUserError(error) ? error : new UserError('cannot be used as it is');
		throw new NodeOperationError(api.host.getNode(), `"${said} > ${labelOf(field)}" ${message}`);
	}
}
