import type { ExpressionError, NodeApiError, NodeOperationError, UserError } from 'n8n-workflow';

import { isObject } from './answer';
import { sentences } from './text';

/**
 * Whether something is n8n's error for an answer that a service gave. It is known by its class's name, for where two
 * copies of n8n-workflow are loaded `instanceof` knows the errors of one of them only.
 */
export const isNodeApiError = (error: unknown): error is NodeApiError => isOfClass(error, 'NodeApiError');

/** Whether something is one of n8n's errors that a node throws; see {@link isNodeApiError}. */
export const isNodeError = (error: unknown): error is NodeApiError | NodeOperationError =>
	isNodeApiError(error) || isOfClass(error, 'NodeOperationError');

/** Whether an expression could not be evaluated; see {@link isNodeApiError}. */
export const isExpressionError = (error: unknown): error is ExpressionError =>
	isOfClass(error, 'ExpressionError');

/** Whether an error finishes a sentence for people; see {@link isNodeApiError}. */
export const isUserError = (error: unknown): error is UserError =>
	error instanceof Error && isDerived(error, 'UserError');

/** What an error says beside its message, most often what to do; empty where it says nothing. */
export const adviceIn = (error: unknown): string =>
	error instanceof Error && 'description' in error && typeof error.description === 'string'
		? error.description
		: '';

/** An error in one text, with what to do about it: for where people see no more of it. */
export function inWords(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	const advice = adviceIn(error);
	return advice === '' ? error.message : sentences([error.message, advice]);
}

const isOfClass = (error: unknown, name: string) =>
	error instanceof Error && 'context' in error && isObject(error.context) && isDerived(error, name);

/** Looks at the classes that it was derived from as well. */
function isDerived(error: Error, name: string): boolean {
	for (
		let made: unknown = Object.getPrototypeOf(error);
		made instanceof Error;
		made = Object.getPrototypeOf(made)
	)
		if (made.constructor.name === name) return true;
	return false;
}
