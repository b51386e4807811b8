import type { AnyOperation, Resource } from './operation';

/** The operation that the two dropdowns of the form choose. @param resource and `operation` as they stand in a workflow */
export const operationNamed = (
	resources: readonly Resource[],
	resource: unknown,
	operation: unknown,
): AnyOperation | undefined =>
	resources
		.find(({ option }) => option.value === resource)
		?.operations.find(({ option }) => option.value === operation);
