import type { INode, JsonObject } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import { adviceOn, lackOf, type Signer } from './advice';
import { errorOf, type Answer } from './answer';
import { inWords, isNodeApiError, isNodeError } from './nodeErrors';
import { Unreadable, type NoAnswer } from './retry';
import { sentences } from './text';

/** What is known about a request when its error is put into words. */
export interface ErrorContext extends Signer {
	readonly node: INode;
	/** True when the request may have taken effect although its answer says otherwise or never came. */
	readonly outcomeUnknown?: boolean;
}

/** PagerDuty's answer as n8n's error: its message as title, its details and our advice as description. */
export function answerError(answer: Answer, context: ErrorContext): NodeApiError {
	const { message, code, errors, requiredScopes } = errorOf(answer.body);
	const title = message ?? titleOf(answer.status);
	const advice =
		requiredScopes && answer.status === 403
			? lackOf(requiredScopes, context.authentication)
			: adviceOn(answer, code, errors, context);
	const description = sentences([...errors, advice, context.outcomeUnknown ? outcomeUnknown : undefined]);
	const error = apiError(context.node, title, description, String(answer.status), code);
	if (requiredScopes) error.context.lacksScope = true;
	return marked(error, context);
}

/** No usable answer came: says so, and whether the request may have been carried out all the same. */
export function noAnswerError(reason: NoAnswer, context: ErrorContext): NodeApiError {
	const [title, advice] =
		reason instanceof Unreadable
			? ["PagerDuty's answer could not be read", inBetween]
			: ['PagerDuty could not be reached', unreached];
	const description = sentences([
		reason.message,
		advice,
		context.outcomeUnknown ? outcomeUnknown : undefined,
	]);
	return marked(apiError(context.node, title, description), context);
}

/**
 * A success whose answer lacks what it should hold.
 *
 * @param what as people call it: `incident`, `list of notes`
 */
export function shapeError(
	context: Pick<ErrorContext, 'node' | 'outcomeUnknown'>,
	what: string,
): NodeOperationError {
	const error = new NodeOperationError(context.node, `PagerDuty's answer holds no ${what}`, {
		description: sentences([inBetween, context.outcomeUnknown ? outcomeUnknown : undefined]),
	});
	return marked(error, context);
}

const unreached =
	'Check that this n8n can reach the internet (firewall, proxy, DNS), and see status.pagerduty.com.';

const inBetween =
	'Something between this n8n and PagerDuty (a proxy, a sign-in page) may have answered instead. Check the Region and the Base URL of the credential, and the network of this n8n.';

const outcomeUnknown =
	'Nobody knows whether PagerDuty carried this request out. Look in PagerDuty before you repeat it.';

/**
 * For what n8n calls while it activates a workflow: of what fails there n8n 2 shows people nothing but the message, so
 * the message says what to do as well.
 */
export async function inFull<Result>(step: Promise<Result>): Promise<Result> {
	return await step.catch((error: unknown) => {
		if (error instanceof Error) error.message = inWords(error);
		throw error;
	});
}

/** Whether PagerDuty may have carried out the request that ended with this error. */
export const isOutcomeUnknown = (error: unknown): error is NodeApiError | NodeOperationError =>
	isNodeError(error) && error.context.outcomeUnknown === true;

/** Marks the error of a request that only reads, on the way to a write: it says nothing about what the write did. */
export async function ofRead<Result>(reading: Promise<Result>): Promise<Result> {
	return await reading.catch((error: unknown) => {
		if (isNodeError(error)) error.context.ofRead = true;
		throw error;
	});
}

/** Whether {@link ofRead} has marked it. */
export const isOfRead = (error: unknown) => isNodeError(error) && error.context.ofRead === true;

/** Whether PagerDuty answered with one of these HTTP statuses. */
export const isRefused = (error: unknown, ...statuses: string[]): error is NodeApiError =>
	isNodeApiError(error) && statuses.includes(error.httpCode ?? '');

/** For `catch`: goes on with `instead` where PagerDuty answered with one of these HTTP statuses, and throws the error else. */
export const ifRefused =
	<Instead>(instead: Instead, ...statuses: string[]) =>
	(error: unknown): Instead => {
		if (isRefused(error, ...statuses)) return instead;
		throw error;
	};

/** What {@link isOutcomeUnknown} looks for. */
function marked<Failed extends NodeApiError | NodeOperationError>(
	error: Failed,
	{ outcomeUnknown: isUnknown }: Pick<ErrorContext, 'outcomeUnknown'>,
): Failed {
	if (isUnknown) error.context.outcomeUnknown = true;
	return error;
}

function apiError(
	node: INode,
	message: string,
	description: string,
	httpCode?: string,
	code?: number,
): NodeApiError {
	const response: JsonObject = { message, ...(code === undefined ? {} : { code }) };
	const error = new NodeApiError(node, response, { message, description, httpCode });
	// n8n rewords some messages by status; what PagerDuty said is more precise.
	error.message = message;
	error.context.pagerDutyCode = code;
	return error;
}

function titleOf(status: number): string {
	if (status >= 500) return `PagerDuty is having problems at the moment (HTTP ${status})`;
	if (status >= 300 && status < 400) return 'The address of the PagerDuty credential answers with a redirect';
	return `PagerDuty refused the request (HTTP ${status})`;
}
