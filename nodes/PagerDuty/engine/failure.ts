import type { IDataObject, IExecuteFunctions, NodeApiError } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { isObject } from '../api/answer';
import { isOutcomeUnknown } from '../api/errors';
import { adviceIn, inWords, isNodeApiError, isNodeError } from '../api/nodeErrors';

/** A failed item of a node that continues on error. */
export interface Failure {
	readonly error: string;
	readonly details: { readonly description: string } & IDataObject;
}

/**
 * A failed item's JSON. Only in exactly this shape does n8n hand it to the error output and keep its input there;
 * n8n 1 knows another shape than n8n 2.
 */
export function failureJson(host: IExecuteFunctions, { error, details }: Failure): IDataObject {
	return isN8n1(host) ? { error, message: details.description || error } : { error, details };
}

/** n8n tells nodes no version of its own; this method came with n8n 2. */
const isN8n1 = (host: IExecuteFunctions) => host.isToolExecution === undefined;

/**
 * Turns an item's error into its outcome where the node continues on error.
 *
 * @throws NodeApiError or NodeOperationError with the item's index where the node does not
 */
export function failItem(host: IExecuteFunctions, error: unknown, item: number): Failure {
	const known = asNodeError(host, error);
	if (known.context.itemIndex === undefined) known.context.itemIndex = item;
	if (isTool(host)) known.message = withAdvice(known);
	if (!host.continueOnFail()) throw known;
	return {
		error: known.message,
		details: {
			description: known.description ?? '',
			...(isNodeApiError(known) && known.httpCode ? { httpCode: known.httpCode } : {}),
			...(typeof known.context.pagerDutyCode === 'number'
				? { pagerDutyCode: known.context.pagerDutyCode }
				: {}),
			...(isOutcomeUnknown(known) ? { outcomeUnknown: true } : {}),
			// What became of each part, where some were done.
			...(isObject(known.context.itemDetails) ? known.context.itemDetails : {}),
		},
	};
}

/** As which n8n runs the node for an agent. */
const isTool = (host: IExecuteFunctions) => host.getNode().type.endsWith('Tool');

/** n8n tells a model the message of an error only, and not what to do about it. An error may come here twice. */
const withAdvice = (error: NodeApiError | NodeOperationError): string =>
	error.message.includes(adviceIn(error)) ? error.message : inWords(error);

function asNodeError(host: IExecuteFunctions, error: unknown): NodeApiError | NodeOperationError {
	if (isNodeError(error)) return error;
	return new NodeOperationError(host.getNode(), error instanceof Error ? error : String(error));
}
