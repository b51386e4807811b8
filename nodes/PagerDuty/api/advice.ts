import type { Answer } from './answer';
import type { Authentication } from './credential';

/** What is known about who signed a request. */
export interface Signer {
	readonly authentication: Authentication;
	/** OAuth scopes that the request needs. */
	readonly scopes: readonly string[];
	/** What the key seems to be instead of an API key, and where to find one. */
	readonly mistaken?: string;
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

/** Advice on a 401. */
const notAccepted: Record<Authentication, string> = {
	token:
		'PagerDuty does not accept this API key. It may be revoked or mistyped, or belong to the other region: check the key and the Region (US or EU) of the credential.',
	oAuth2:
		'PagerDuty does not accept this OAuth connection any more. Open the credential and connect again; check its Region too.',
	events:
		'PagerDuty does not accept this integration key. Copy it again from the service, and check the Region of the credential.',
};

/** Advice on a 403 that names no scope. */
const notAllowed: Record<Authentication, string> = {
	token:
		'The API key may be read-only, or its user may not do this. Use a full-access key, or one of a user with more rights.',
	oAuth2: 'The user or the app behind the OAuth connection may not do this. PagerDuty names no scope for it.',
	// An integration key has no rights of its own: it fits its service, or nothing.
	events: notAccepted.events,
};

/**
 * What to do about a refusal; undefined where nobody can tell.
 *
 * @param code PagerDuty's own, beside the HTTP status
 */
export function adviceOn(
	answer: Answer,
	code: number | undefined,
	errors: string[],
	context: Signer,
): string | undefined {
	if (code === 2016 || errors.some((line) => /\bFrom\b.*header/i.test(line))) return adviceByCode[1008];
	if (code !== undefined && adviceByCode[code]) return adviceByCode[code];
	if (context.authentication === 'events' && answer.status === 400)
		return 'Where the routing key is meant, copy the Integration Key again from the service, and check the Region of the credential.';
	if (answer.status === 400 && errors.some((line) => /\bnot found\b/i.test(line)))
		return 'This account has no such object, or the key may not see it. Pick it from the list again, and check that the credential belongs to the right account.';
	switch (answer.status) {
		case 401:
			return context.mistaken ?? notAccepted[context.authentication];
		case 402:
			return 'The PagerDuty plan of this account does not include this feature.';
		case 403:
			return context.authentication === 'oAuth2' && context.scopes.length > 0
				? lackOf(context.scopes, 'oAuth2')
				: notAllowed[context.authentication];
		case 404:
			return 'Nothing with this ID exists in this account, or the key may not see it. Check the ID. For the incident of a PagerDuty Trigger, use {{ $json.data.id }}: the ID at the top is that of the event. For the incident of a note, use {{ $json.incident.id }}. Check that the credential belongs to the right account, too.';
		case 429:
			return 'PagerDuty still limits the rate after many tries. Run fewer workflows with this key at once, or ask for less.';
	}
	return answer.status >= 500 ? 'See status.pagerduty.com, and try again later.' : undefined;
}

/** What to do where PagerDuty names the scopes that a request lacks. */
export function lackOf(scopes: readonly string[], authentication: Authentication): string {
	const [named, them] = scopes.length > 1 ? ['scopes', 'them'] : ['scope', 'it'];
	const needed = `the ${named} ${scopes.join(' and ')}`;
	return authentication !== 'oAuth2'
		? `The API key lacks a right: PagerDuty asks for ${needed}. Use a full-access key, or one of a user with more rights.`
		: `The OAuth connection lacks a right. This operation needs ${needed}: add ${them} in the credential and in the PagerDuty app, then connect again.`;
}
