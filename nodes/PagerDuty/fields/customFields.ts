import type { IDataObject } from 'n8n-workflow';

import { field } from './field';
import { jsonObject } from './jsonObject';

/** Values by the names of custom fields. n8n loads the fields, with their types and choices: `customFieldColumns.ts`. */
export const customFields = field({
	displayName: 'Custom Fields',
	name: 'customFields',
	type: 'resourceMapper',
	noDataExpression: true,
	default: { mappingMode: 'defineBelow', value: null },
	typeOptions: {
		// When one of these changes, n8n empties all values. So not the ID: an expression has another one for each item.
		loadOptionsDependsOn: ['incidentId.cachedResultName', 'additionalFields.incidentType'],
		resourceMapper: {
			resourceMapperMethod: 'getIncidentCustomFields',
			mode: 'add',
			valuesLabel: 'Values',
			fieldWords: { singular: 'custom field', plural: 'custom fields' },
			addAllFields: false,
			supportAutoMap: true,
			noFieldsError: 'This account has no custom fields for incidents of this type',
		},
	},
});

/** The same for expressions, programs and language models. */
export const customFieldsJson = field({
	displayName: 'Custom Fields (JSON)',
	name: 'customFieldsJson',
	type: 'json',
	default: '{}',
	description:
		'Values by the names of the custom fields, as a JSON object such as {"environment": "production", "regions": ["eu"]}. Null empties a field. If a field is also set under Custom Fields, that value is used.',
	check: jsonObject,
});

/** Has the form load the custom fields only where somebody wants them. */
export const withCustomFields = field({
	displayName: 'Set Custom Fields',
	name: 'withCustomFields',
	type: 'boolean',
	default: false,
	description: 'Whether to set custom fields of the incident as well',
});

/** {@link customFields} below {@link withCustomFields}. */
export const chosenCustomFields = field({
	...customFields,
	displayOptions: { show: { withCustomFields: [true] } },
});

/** What is to stand in one custom field. */
export interface GivenValue {
	/** Name, label or ID of the custom field. */
	readonly name: string;
	readonly value: unknown;
	/** The label of the form's field that says so, for errors. */
	readonly said: string;
}

/** What was given for custom fields, each once; undefined where nothing was. */
export function customFieldsIn(given: {
	readonly customFields?: IDataObject;
	readonly customFieldsJson?: IDataObject;
}): GivenValue[] | undefined {
	const values = new Map<string, GivenValue>();
	for (const { name: key, displayName: said } of [customFieldsJson, customFields])
		for (const [name, value] of Object.entries(given[key] ?? {})) values.set(name, { name, value, said });
	return values.size > 0 ? [...values.values()] : undefined;
}
