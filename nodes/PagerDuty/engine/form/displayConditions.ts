/** What somebody chose in the two dropdowns. */
export interface Selection {
	readonly resource: string;
	readonly operation: string;
}

/** As n8n's `displayOptions` say it: any of the resources together with any of the operations. */
export interface DisplayCondition {
	readonly resource: string[];
	readonly operation: string[];
}

/**
 * Says with few conditions for which choices a field is shown. A condition may name a resource and an operation that do
 * not belong together, as nobody can choose those.
 *
 * @param shown the choices that show the field
 * @param existing the choices that there are
 */
export function displayConditions(
	shown: readonly Selection[],
	existing: OperationsByResource,
): DisplayCondition[] {
	const wanted = operationsByResource(shown);
	const isRight = ({ resource: resources, operation }: DisplayCondition) =>
		resources.every((resource) =>
			existing
				.get(resource)
				?.every((each) => !operation.includes(each) || wanted.get(resource)?.includes(each)),
		);
	return [...wanted].reduce<DisplayCondition[]>((found, [resource, operation]) => {
		const own = { resource: [resource], operation };
		const fitting = found.findIndex((each) => isRight(joined(each, own)));
		return fitting < 0
			? [...found, own]
			: found.map((each, index) => (index === fitting ? joined(each, own) : each));
	}, []);
}

type OperationsByResource = ReadonlyMap<string, string[]>;

/** @returns the values of the operations, by the value of their resource */
export function operationsByResource(choices: readonly Selection[]): OperationsByResource {
	const found = new Map<string, string[]>();
	for (const { resource, operation } of choices) {
		const operations = found.get(resource);
		if (operations) operations.push(operation);
		else found.set(resource, [operation]);
	}
	return found;
}

const joined = (one: DisplayCondition, other: DisplayCondition): DisplayCondition => ({
	resource: [...one.resource, ...other.resource],
	operation: [...new Set([...one.operation, ...other.operation])],
});
