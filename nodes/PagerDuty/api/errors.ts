import type { INode, JsonObject } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import { errorOf, type Answer } from './answer';
import type { Authentication } from './credential';
import { inWords, isNodeApiError, isNodeError } from './nodeErrors';
import { Unreadable, type NoAnswer } from './retry';
import { sentences } from './text';

/** What is known about a request when its error is put into words. */
export interface ErrorContext {
	readonly node: INode;
	readonly scopes: readonly string[];
	readonly authentication: Authentication;
	/** What the key seems to be instead of an API key, and where to find one. */
	readonly mistaken?: string;
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

/** Advice by PagerDuty's error code. Source: https://developer.pagerduty.com/docs/errors */
const adviceByCode: Record<number, string> = {
	1001: 'The incident is already resolved. Reopen it with Update, or leave it.',
	1002: 'The incident is already acknowledged.',
	1008: 'The From email is not a user of this PagerDuty account. Correct "From Email" in the node or in the credential.',
	1015: 'The escalation policy has nobody on call right now. Choose another one, or put somebody on call.',
	1018: 'The From user may not do this. Choose a user with more rights, or give this one a higher role.',
	1019: 'The incident was merged into another one already.',
	2004: 'Check "Since" and "Until": Since must come first.',
	2005: 'Check "Since" and "Until": Since must come first.',
	2014: 'The PagerDuty plan of this account does not include this feature.',
	2019: 'This account has reached a limit of its PagerDuty plan.',
};

function adviceOn(
	answer: Answer,
	code: number | undefined,
	errors: string[],
	context: ErrorContext,
): string | undefined {
	if (code === 2016 || errors.some((line) => /\bFrom\b.*header/i.test(line))) return adviceByCode[1008];
	if (code !== undefined && adviceByCode[code]) return adviceByCode[code];
	if (context.authentication === 'events' && answer.status === 400)
		return 'Where the routing key is meant, copy the Integration Key again from the service, and check the Region of the credential.';
	if (answer.status === 400 && errors.some((line) => /\bnot found\b/i.test(line)))
		return 'This account has no such object, or the key may not see it. Pick it from the list again, and check that the credential belongs to the right account.';
	switch (answer.status) {
		case 401:
			return context.authentication !== 'oAuth2'
				? (context.mistaken ??
						'PagerDuty does not accept this API key. It may be revoked or mistyped, or belong to the other region: check the key and the Region (US or EU) of the credential.')
				: 'PagerDuty does not accept this OAuth connection any more. Open the credential and connect again; check its Region too.';
		case 402:
			return 'The PagerDuty plan of this account does not include this feature.';
		case 403:
			return context.authentication !== 'oAuth2'
				? 'The API key may be read-only, or its user may not do this. Use a full-access key, or one of a user with more rights.'
				: context.scopes.length > 0
					? lackOf(context.scopes, 'oAuth2')
					: 'The user or the app behind the OAuth connection may not do this. PagerDuty names no scope for it.';
		case 404:
			return 'Nothing with this ID exists in this account, or the key may not see it. Check the ID. For the incident of a PagerDuty Trigger, use {{ $json.data.id }}: the ID at the top is that of the event. For the incident of a note, use {{ $json.incident.id }}. Check that the credential belongs to the right account, too.';
		case 429:
			return 'PagerDuty still limits the rate after many tries. Run fewer workflows with this key at once, or ask for less.';
	}
	return answer.status >= 500 ? 'See status.pagerduty.com, and try again later.' : undefined;
}

function lackOf(scopes: readonly string[], authentication: ErrorContext['authentication']): string {
	const [named, them] = scopes.length > 1 ? ['scopes', 'them'] : ['scope', 'it'];
	const needed = `the ${named} ${scopes.join(' and ')}`;
	return authentication !== 'oAuth2'
		? `The API key lacks a right: PagerDuty asks for ${needed}. Use a full-access key, or one of a user with more rights.`
		: `The OAuth connection lacks a right. This operation needs ${needed}: add ${them} in the credential and in the PagerDuty app, then connect again.`;
}
