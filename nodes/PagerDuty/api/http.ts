import type { IHttpRequestOptions } from 'n8n-workflow';

import { headersOf, isObject, type Answer } from './answer';
import { isNodeApiError } from './nodeErrors';
import type { ApiRequest, Query } from './request';
import { NoAnswer, Unreadable } from './retry';

/** How long PagerDuty may take for one answer, in milliseconds. */
const timeout = 30_000;

/** One request as n8n's HTTP helper takes it. */
export function httpOptions(
	baseUrl: string,
	request: ApiRequest,
	from: string | undefined,
): IHttpRequestOptions {
	return {
		method: request.method,
		url: baseUrl + request.path + queryString(request.query ?? {}),
		headers: {
			Accept: 'application/vnd.pagerduty+json;version=2',
			'Content-Type': 'application/json',
			...(from === undefined ? {} : { From: from }),
		},
		...(request.body === undefined ? {} : { body: request.body }),
		json: true,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		// The key must never follow a redirect to another host.
		disableFollowRedirect: true,
		// n8n takes 0 for no limit at all.
		timeout: Math.max(1, Math.min(timeout, (request.deadline ?? Infinity) - performance.now())),
	};
}

function queryString(query: Query): string {
	const pairs = Object.entries(query).flatMap(([name, value]): Array<[string, string]> => {
		if (value === undefined || value === '') return [];
		if (typeof value !== 'object') return [[name, String(value)]];
		return name.endsWith('[]')
			? value.map((each) => [name, each])
			: value.length
				? [[name, value.join(',')]]
				: [];
	});
	return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString()}`;
}

/**
 * Reads what n8n's HTTP helper returned.
 *
 * @param success what a success is, where it is no object
 * @throws Unreadable when a success says nothing that can be read: a proxy's page, or JSON that breaks off
 */
export function readAnswer(response: unknown, success?: ApiRequest['success']): Answer {
	const { statusCode, headers, body } = isObject(response) ? response : {};
	const status = Number(statusCode);
	// 202 may say nothing either: a webhook's test event is accepted so.
	const isEmpty = body === '' || body === undefined;
	const isSilent =
		status === 204 || (isEmpty && (status === 202 || success === 'silent' || success === 'any'));
	const isList = (success === 'list' || success === 'any') && Array.isArray(body);
	const isAsAgreed = isList || (success !== 'list' && isObject(body));
	if (status >= 200 && status < 300 && !isSilent && !isAsAgreed) {
		throw new Unreadable('It is not a JSON object, or it broke off in the middle');
	}
	return { status, headers: headersOf(headers), body };
}

/**
 * Sorts what n8n's HTTP helper threw: an answer after all, no answer (thrown as {@link NoAnswer}),
 * or an error of n8n itself (a credential that is not connected, say), which is thrown on as it is.
 */
export function readFailure(error: unknown): Answer {
	const status = Number(isNodeApiError(error) ? error.httpCode : undefined);
	// Refused for certain, but the reason is lost. A limited rate is reason enough.
	if (isCutOff(error, status) && status !== 429) throw new Unreadable(cutOff, false);
	if (status >= 300)
		return {
			status,
			headers: {},
			body: isObject(error) && isObject(error.context) ? error.context.data : {},
		};
	// Some versions of n8n report an answer that broke off by the status that it began with.
	if (status >= 200) throw new Unreadable(cutOff);
	const code = connectionCode(error);
	if (code === undefined) throw error;
	throw new NoAnswer(
		`${connectionFaults[code] ?? 'The connection failed'} (${code})`,
		!neverSent.includes(code),
	);
}

const cutOff = 'It broke off in the middle';

/** The HTTP library has a code of its own for refusals that are whole. */
const isCutOff = (error: unknown, status: number) =>
	status >= 400 && status < 500 && connectionCode(error) === 'ERR_BAD_RESPONSE';

const connectionFaults: Record<string, string> = {
	ECONNREFUSED: 'The connection was refused',
	ECONNRESET: 'The connection broke off',
	ECONNABORTED: 'No answer came in time',
	ETIMEDOUT: 'No answer came in time',
	ENOTFOUND: 'The host name could not be found',
	EAI_AGAIN: 'The host name could not be looked up',
	ERR_BAD_RESPONSE: 'The answer broke off in the middle',
};

/** Faults before there is a connection. */
const neverSent = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'];

/** The system's or the HTTP library's code of a failed connection, wherever n8n keeps it in this version. */
function connectionCode(error: unknown): string | undefined {
	for (let cause = error, depth = 0; cause instanceof Error && depth < 4; cause = cause.cause, depth++) {
		const candidates = [Reflect.get(cause, 'code'), Reflect.get(cause, 'httpCode')];
		const code = candidates.find((value) => typeof value === 'string' && connectionCodes.test(value));
		if (typeof code === 'string') return code;
	}
	return undefined;
}

/** No other code: OAuth errors (EAUTH) and refused certificates have codes too, and trying again mends neither. */
const connectionCodes =
	/^(?:ECONN[A-Z]+|ENET[A-Z]+|EHOST[A-Z]+|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EPIPE|EPROTO|ERR_BAD_RESPONSE|UND_ERR\w+|HPE_\w+)$/;
