import type { IExecuteFunctions, IPollFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { id } from '../../fields/id';
import { listOf } from '../../fields/list';
import { expressionAdvice } from '../../fields/oneOf';

// Expressions can give values that no form offers. They are refused, because nothing would ever match them and the
// trigger would stay silent.

/** What a person filled in, and the node that errors name. */
export type Form = Pick<IPollFunctions, 'getNode' | 'getNodeParameter' | 'getTimezone'>;

/** The form of a test run. It is the same for all items. */
export const formOf = (host: IExecuteFunctions): Form => ({
	getNode: () => host.getNode(),
	getTimezone: () => host.getTimezone(),
	getNodeParameter: (name: string, fallback?: unknown) => host.getNodeParameter(name, 0, fallback),
});

/** @throws NodeOperationError when nothing is chosen; `what` says what one of them is: `schedule` */
export function atLeastOne(form: Form, what: string, given: unknown): string[] {
	const chosen = listOf(given);
	if (chosen.length > 0) return chosen;
	throw new NodeOperationError(form.getNode(), `No ${what} is chosen`, {
		description: `Choose at least one ${what}. ${expressionAdvice}`,
	});
}

/** @throws NodeOperationError that names the field by its label, when one of the values is no PagerDuty ID */
export function idsIn(form: Form, label: string, given: unknown): string[] {
	const chosen = listOf(given);
	const wrong = chosen.find((each) => !id.safeParse(each).success);
	if (wrong === undefined) return chosen;
	throw new NodeOperationError(form.getNode(), `"${label}": "${wrong}" is not a PagerDuty ID`, {
		description: `IDs look like PABC123. Choose from the list. ${expressionAdvice}`,
	});
}
