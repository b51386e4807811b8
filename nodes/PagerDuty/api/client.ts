import type { IDataObject, IHttpRequestOptions, INode } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { isObject, type Answer } from './answer';
import { keyIn, mistakenFor } from './apiKey';
import {
	credentialName,
	credentialType,
	readCredential,
	type Authentication,
	type Credential,
	type Host,
} from './credential';
import { answerError, isRefused, noAnswerError } from './errors';
import { httpOptions, readAnswer, readFailure } from './http';
import { path } from './path';
import type { ApiRequest } from './request';
import { apiBaseUrl, eventsBaseUrl, type Region } from './region';
import { mayWrite, onlyReads, readOnlyError } from './readOnly';
import { Brake, NoAnswer, untilSettled } from './retry';
import { concealIn, secretsIn } from './secrets';
import { serialize } from './serialize';
import { factsOf, type CredentialFacts } from './credentialFacts';
import { Traffic, type Observed } from './traffic';

export { credentialType, type Authentication };

/** PagerDuty's REST API, or its Events API, with one credential. Its requests share hold-backs and the From user. */
export interface Api {
	/** @returns the answer's JSON object, `{}` for 204; entries of an answer that is a list come as `rows`. @throws NodeApiError with advice, UserError for a write with a read-only credential */
	call(request: ApiRequest): Promise<IDataObject>;
	/**
	 * A moment of this process (`performance.now()`) by PagerDuty's clock, in milliseconds since 1970: up to two seconds
	 * early, never late. Undefined while no answer told the time.
	 */
	timeOf(moment: number): number | undefined;
	/** Whether the key or token is no user's. Then it has the same rights to every object; a user's differ by team. */
	actsAsNobody(): Promise<boolean>;
	/** What the answers so far told beside what was asked for. */
	observed(): Observed;
	/** What is known of the credential without asking PagerDuty. No secret is in it. */
	credentialFacts(): Promise<CredentialFacts>;
	readonly host: Host;
}

/**
 * Opens PagerDuty's REST API with the credential that the node uses, where there is no item.
 *
 * @param scopes the OAuth scopes that the caller needs, named in errors when one is missing
 */
export const connect = async (
	host: Host,
	authentication: Authentication,
	scopes: readonly string[],
): Promise<Api> => openApi(host, await readCredential(host, authentication), scopes);

/**
 * Opens the API that a credential is for: PagerDuty's REST API, or with an integration key its Events API.
 * Sources: https://developer.pagerduty.com/docs/rest-api-overview, https://developer.pagerduty.com/docs/send-alert-event
 *
 * @param scopes the OAuth scopes that the caller needs, named in errors when one is missing
 * @param brake holds back all requests with the same key
 */
export function openApi(
	host: Host,
	{ authentication, data: credential }: Credential,
	scopes: readonly string[],
	brake = new Brake(),
): Api {
	const type = credentialType(authentication);
	const node = host.getNode();
	const mistaken = authentication === 'token' ? mistakenFor(keyIn(credential.apiToken)) : undefined;
	const context = { node, scopes, authentication, mistaken };
	const baseUrlOf = authentication === 'events' ? eventsBaseUrl : apiBaseUrl;
	const baseUrl = baseUrlOf(credential.region as Region, credential.baseUrl as string | undefined);
	const { id, name } = { name: type, ...node.credentials?.[type] };
	// n8n would sign every request as for the first item. (It always does so with OAuth types.)
	const signing = { credentialsDecrypted: { id: id ?? '', name, type, data: credential } };
	let defaultFrom: Promise<string | undefined> | undefined;
	let user: Promise<IDataObject> | undefined;
	/** What PagerDuty's clock is ahead of this process's. The clocks of machines are often wrong. */
	let lead = NaN;
	const traffic = new Traffic();

	async function call(request: ApiRequest): Promise<IDataObject> {
		if (!mayWrite(credential) && !onlyReads(request.method, request.path))
			throw readOnlyError(credentialName(host, authentication));
		const from = request.from === true ? await (defaultFrom ??= findFrom()) : request.from;
		if (from === undefined && request.from === true && !request.fromIsOptional) throw needsFrom(node);
		const repeatable = request.repeatable ?? request.method !== 'POST';
		// Made anew for each try: what is left until a deadline becomes less.
		const attempt = async () => await send(httpOptions(baseUrl, signed(request), from), request.success);
		const answer = await untilSettled(attempt, repeatable, brake, request.deadline).catch(
			(error: unknown) => {
				if (!(error instanceof NoAnswer)) throw error;
				throw noAnswerError(error, { ...context, outcomeUnknown: error.sent && !repeatable });
			},
		);
		if (answer.status >= 200 && answer.status < 300) return objectOf(answer);
		throw answerError(concealIn(answer, await secrets()), {
			...context,
			outcomeUnknown: !repeatable && answer.status >= 500,
		});
	}

	/** The Events API takes its key in the body, where n8n puts none. */
	const signed = (request: ApiRequest): ApiRequest =>
		authentication === 'events'
			? { ...request, body: { ...request.body, routing_key: keyIn(credential.integrationKey) } }
			: request;

	/** Read anew with OAuth: the token may have been renewed since. */
	const current = async () =>
		authentication === 'oAuth2' ? await host.getCredentials(type).catch(() => credential) : credential;

	const secrets = async () => secretsIn(credential, await current());

	async function send(options: IHttpRequestOptions, success: ApiRequest['success']): Promise<Answer> {
		const answer = await sendOnce(options, success);
		if (answer.status !== 401 || authentication !== 'oAuth2') return answer;
		// Only a thrown 401 makes n8n renew an OAuth token, so it is asked for once more, thrown this time. One after
		// another: each renewal ends the refresh token before it, and who comes second finds the new access token.
		return await serialize(
			credential,
			async () => await sendOnce({ ...options, ignoreHttpStatusErrors: false }, success),
		);
	}

	async function sendOnce(options: IHttpRequestOptions, success: ApiRequest['success']): Promise<Answer> {
		const sent = performance.now();
		const answer = await host.helpers.httpRequestWithAuthentication
			.call(host, type, options, signing)
			.then((response) => readAnswer(response, success), readFailure);
		traffic.note(answer, performance.now() - sent);
		const told = Date.parse(answer.headers.date ?? '');
		// An error page may be a proxy's, with a clock of its own.
		if (answer.status < 300 && !Number.isNaN(told)) lead = told - performance.now();
		return answer;
	}

	function timeOf(moment: number): number | undefined {
		// Both the header and the times of PagerDuty's objects are cut off to seconds.
		return Number.isNaN(lead) ? undefined : Math.floor((lead + moment) / 1000) * 1000;
	}

	/** The credential's From email, else the user behind a user key or user token, else nobody. */
	async function findFrom(): Promise<string | undefined> {
		if (typeof credential.fromEmail === 'string' && credential.fromEmail.trim() !== '')
			return credential.fromEmail.trim();
		const found = await me().catch((error: unknown) => {
			// An app may lack the scope to ask.
			if (isNobody(error) || isRefused(error, '403', '404')) return {};
			throw error;
		});
		return 'user' in found && isObject(found.user) && typeof found.user.email === 'string'
			? found.user.email
			: undefined;
	}

	/** Who the key or token belongs to, asked for once. */
	const me = async () => await (user ??= call({ method: 'GET', path: path`/users/me` }));

	async function actsAsNobody(): Promise<boolean> {
		if (authentication === 'oAuth2') return credential.grantType === 'clientCredentials';
		return await me().then(() => false, isNobody);
	}

	const credentialFacts = async () => factsOf(authentication, baseUrl, await current());

	return { call, timeOf, actsAsNobody, observed: () => traffic.observed, credentialFacts, host };
}

const objectOf = ({ body }: Answer): IDataObject => {
	if (Array.isArray(body)) return { rows: body };
	return isObject(body) ? body : {};
};

const needsFrom = (node: INode) =>
	new NodeOperationError(node, 'A From email is needed', {
		description:
			'PagerDuty records this under a user, and this key or app belongs to no user. Enter the email of a PagerDuty user as "From Email" in the credential, or in the node: most have it under Options.',
	});

/** What PagerDuty answers an account key that asks who it is. */
const isNobody = (error: unknown) => isRefused(error, '400');
