import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

/** A failed item as n8n hands it to the error output: only this shape keeps its input data there. */
export interface Failure {
	readonly error: string;
	readonly details: IDataObject;
}

/**
 * Turns an item's error into its outcome where the node continues on error.
 *
 * @throws NodeApiError or NodeOperationError with the item's index where the node does not
 */
export function failItem(host: IExecuteFunctions, error: unknown, item: number): Failure {
	const known = asNodeError(host, error);
	if (known.context.itemIndex === undefined) known.context.itemIndex = item;
	if (!host.continueOnFail()) throw known;
	return {
		error: known.message,
		details: {
			description: known.description ?? '',
			...(known instanceof NodeApiError && known.httpCode ? { httpCode: known.httpCode } : {}),
			...(typeof known.context.pagerDutyCode === 'number'
				? { pagerDutyCode: known.context.pagerDutyCode }
				: {}),
		},
	};
}

function asNodeError(host: IExecuteFunctions, error: unknown): NodeApiError | NodeOperationError {
	if (error instanceof NodeApiError || error instanceof NodeOperationError) return error;
	return new NodeOperationError(host.getNode(), error instanceof Error ? error : String(error));
}
