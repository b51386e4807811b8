/** An answer that is an error; each of PagerDuty's three APIs has a shape of its own. */
export abstract class ErrorAnswer extends Error {
	constructor(
		readonly status: number,
		message: string,
		readonly headers: Record<string, string> = {},
	) {
		super(message);
	}

	abstract get body(): object;
}

/** An error of the REST API: https://developer.pagerduty.com/docs/errors */
export class PagerDutyError extends ErrorAnswer {
	constructor(
		status: number,
		readonly code: number,
		message: string,
		readonly errors: string[] = [],
		headers: Record<string, string> = {},
	) {
		super(status, message, headers);
	}

	get body(): { error: { message: string; code: number; errors?: string[] } } {
		const { message, code, errors } = this;
		return { error: errors.length > 0 ? { message, code, errors } : { message, code } };
	}
}

/**
 * 403: a token of a scoped app reaches less far than this. The documents do not show it; this is what a client of
 * PagerDuty's got: https://github.com/PagerDuty/terraform-provider-pagerduty/pull/1027
 */
export class ScopesMissing extends ErrorAnswer {
	constructor(
		readonly required: string,
		readonly granted: readonly string[],
	) {
		super(403, 'Token missing required scopes');
	}

	get body() {
		const { message, required, granted } = this;
		return { error: { message, required_scopes: required, token_scopes: granted.join(' ') } };
	}
}

/**
 * 400: an account key or app token asked who it is. Of all errors this one is a plain text. By "account-level access token"
 * in it, python-pagerduty tells that a key is no user's.
 */
export class NobodyBehindKey extends ErrorAnswer {
	constructor() {
		super(400, 'An account-level access token belongs to no user');
	}

	get body() {
		return { error: this.message };
	}
}

/** 400, code 2001: what was sent is wrong; each line of `errors` names one mistake. */
export const invalidInput = (...errors: string[]) =>
	new PagerDutyError(400, 2001, 'Invalid Input Provided', errors);

/** 400, code 2002: well-formed, but it contradicts what is there. */
export const argumentsCausedError = (...errors: string[]) =>
	new PagerDutyError(400, 2002, 'Arguments Caused Error', errors);

export const authenticationFailed = () => new PagerDutyError(401, 2006, 'Authentication failed');

/** 403, code 2010: the key is valid and may not do this. */
export const accessDenied = (reason: string) => new PagerDutyError(403, 2010, 'Access Denied', [reason]);

/** 402, code 2014: the plan of the account does not have it. */
export const abilityMissing = () =>
	new PagerDutyError(402, 2014, 'Account does not have the abilities to perform the action');

export const notFound = () => new PagerDutyError(404, 2100, 'Not Found');

export const incidentNotFound = () => new PagerDutyError(404, 5001, 'Incident Not Found');

/** 400, code 1008: From is missing or belongs to nobody here. */
export const requesterNotFound = () =>
	new PagerDutyError(400, 1008, 'Requester User Not Found', ['Requester User Not Found']);

export const alreadyResolved = () =>
	new PagerDutyError(400, 1001, 'Incident Already Resolved', ['Incident Already Resolved']);

export const alreadyAcknowledged = () =>
	new PagerDutyError(400, 1002, 'Incident Already Acknowledged', ['Incident Already Acknowledged']);

export const alreadyMerged = () =>
	new PagerDutyError(400, 1019, 'Incident Already Merged', ['Incident Already Merged']);

/** 413: more than 250 incidents or alerts in one request. */
export const tooMany = (limit: number, things = 'incidents') =>
	new PagerDutyError(413, 2001, 'Request Entity Too Large', [
		`A maximum of ${limit} ${things} may be updated at a time`,
	]);

/** 429, code 2020. */
export const rateLimitExceeded = (headers: Record<string, string>) =>
	new PagerDutyError(429, 2020, 'Rate Limit Exceeded', [], headers);
