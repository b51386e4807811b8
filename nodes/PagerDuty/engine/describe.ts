import type { INodeProperties } from 'n8n-workflow';

import type { AnyOperation, Resource } from './operation';

/**
 * The node's form, made from the resources: the two dropdowns, then every field once, shown for the operations
 * that use it. A field literal that several operations of a resource share stays one field, which keeps n8n quick.
 */
export function describe(resources: readonly Resource[]): INodeProperties[] {
	return [resourceDropdown(resources), ...resources.map(operationDropdown), ...resources.flatMap(fields)];
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

function fields({ option, operations }: Resource): INodeProperties[] {
	const users = new Map<INodeProperties, string[]>();
	for (const operation of operations) {
		for (const property of operation.properties) {
			users.set(property, [...(users.get(property) ?? []), operation.option.value]);
		}
	}
	return [...users].map(([property, operation]) => ({
		...property,
		displayOptions: {
			...property.displayOptions,
			show: { resource: [option.value], operation, ...property.displayOptions?.show },
		},
	}));
}
