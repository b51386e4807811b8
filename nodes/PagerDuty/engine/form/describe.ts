import type { INodeProperties } from 'n8n-workflow';

import { formOf, type Field } from '../../fields/field';
import type { AnyOperation, Resource } from '../operation';
import { displayConditions, operationsByResource, type DisplayCondition } from './displayConditions';
import { orderFields } from './fieldOrder';

/**
 * The node's form, made from the resources: the two dropdowns, then every field, shown for the operations that use it. A
 * field that many operations share stays one field wherever that can be said: n8n's editor looks at all of them at each
 * key that somebody presses.
 */
export function describe(resources: readonly Resource[]): INodeProperties[] {
	return [resourceDropdown(resources), ...resources.map(operationDropdown), ...fieldsOf(resources)];
}

function resourceDropdown(resources: readonly Resource[]): INodeProperties {
	return {
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: resources.map(({ option }) => option),
		default: 'incident',
	};
}

function operationDropdown({ option, operations }: Resource): INodeProperties {
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [option.value] } },
		options: operations.map((operation) => operation.option),
		default: firstChoice(operations),
	};
}

/** Reading many does no harm, and shows what there is. */
const firstChoice = (operations: readonly AnyOperation[]): string =>
	(operations.find(({ option }) => option.value === 'getAll') ?? operations[0])?.option.value ?? '';

function fieldsOf(resources: readonly Resource[]): INodeProperties[] {
	/** Fields by what the form shows of them: operations may mean different things by the same field. */
	const known = new Map<string, Field>();
	const shared = (field: Field): Field => {
		const key = JSON.stringify([formOf(field), field.toolDefault]);
		const same = known.get(key) ?? field;
		known.set(key, same);
		return same;
	};
	const forms = resources.flatMap(({ option, operations }) =>
		operations.map((operation) => ({
			choice: { resource: option.value, operation: operation.option.value },
			fields: operation.fields.map(shared),
		})),
	);
	const existing = operationsByResource(forms.map(({ choice }) => choice));
	return orderFields(forms).flatMap(({ field, choices }) =>
		displayConditions(choices, existing).flatMap((condition) => propertiesOf(field, condition)),
	);
}

/** One property, or one for nodes and one for tools: n8n fills in the default of the one that it shows. */
function propertiesOf(field: Field, condition: DisplayCondition): INodeProperties[] {
	const { displayOptions, ...form } = formOf(field);
	const show = { ...condition, ...displayOptions?.show };
	if (field.toolDefault === undefined) return [{ ...form, displayOptions: { ...displayOptions, show } }];
	return [
		{ ...form, displayOptions: { ...displayOptions, show: { ...show, '@tool': [false] } } },
		{
			...form,
			displayOptions: { ...displayOptions, show: { ...show, '@tool': [true] } },
			default: field.toolDefault,
		},
	];
}
