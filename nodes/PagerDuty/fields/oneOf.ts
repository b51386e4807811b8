import type { FunctionsBase } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

/** What to do about a value that no form offers, such as one that an expression gave. */
export const expressionAdvice = 'If the field contains an expression, check its result.';

/** @throws NodeOperationError that names the field by its label, when the value is none of those that it offers */
export function oneOf<Value extends string>(
	host: Pick<FunctionsBase, 'getNode'>,
	label: string,
	given: unknown,
	offered: readonly Value[],
): Value {
	const value = offered.find((each) => each === given);
	if (value !== undefined) return value;
	throw new NodeOperationError(host.getNode(), `"${label}" cannot be "${String(given)}"`, {
		description: `Possible values are ${offered.join(', ')}. ${expressionAdvice}`,
	});
}
