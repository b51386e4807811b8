import type { INodeProperties } from 'n8n-workflow';

import { formOf } from '../fields/field';
import type { AnyOperation, Resource } from './operation';

/**
 * The node's form, made from the resources: the two dropdowns, then every field once, shown for the operations
 * that use it. A field that several operations of a resource share stays one field, which keeps n8n quick.
 */
export function describe(resources: readonly Resource[]): INodeProperties[] {
	return [resourceDropdown(resources), ...resources.map(operationDropdown), ...resources.flatMap(fieldsOf)];
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

function fieldsOf({ option, operations }: Resource): INodeProperties[] {
	/** Fields by what the form shows of them: operations may mean different things by the same field. */
	const shown = new Map<string, FormField>();
	const lists = operations.map((operation) =>
		operation.fields.map((each) => {
			const { toolDefault } = each;
			const field = formOf(each);
			const key = JSON.stringify([field, toolDefault]);
			const known = shown.get(key) ?? { field, toolDefault, operations: [] };
			known.operations.push(operation.option.value);
			shown.set(key, known);
			return known;
		}),
	);
	return inOrder(lists).flatMap((each) => propertiesOf(each, option.value));
}

/** A field as the form shows it, and the operations that use it. */
interface FormField {
	readonly field: INodeProperties;
	readonly toolDefault?: INodeProperties['default'];
	readonly operations: string[];
}

/** One property, or one for nodes and one for tools: n8n fills in the default of the one that it shows. */
function propertiesOf({ field, toolDefault, operations }: FormField, resource: string): INodeProperties[] {
	const show = { resource: [resource], operation: operations, ...field.displayOptions?.show };
	if (toolDefault === undefined) return [{ ...field, displayOptions: { ...field.displayOptions, show } }];
	return [
		{ ...field, displayOptions: { ...field.displayOptions, show: { ...show, '@tool': [false] } } },
		{
			...field,
			displayOptions: { ...field.displayOptions, show: { ...show, '@tool': [true] } },
			default: toolDefault,
		},
	];
}

/** All fields once, such that every operation shows its own in the order in which it names them. */
function inOrder<Field>(lists: Field[][]): Field[] {
	const left = lists.filter((list) => list.length > 0);
	const heads = left.map(([head]) => head).filter((head) => head !== undefined);
	// A field that another operation wants further down must wait. Where operations contradict each other, the first one wins.
	const next = heads.find((head) => !left.some((list) => list.indexOf(head) > 0)) ?? heads[0];
	if (next === undefined) return [];
	return [next, ...inOrder(left.map((list) => list.filter((field) => field !== next)))];
}
