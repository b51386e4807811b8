import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { isObject } from './answer';
import type { Authentication } from './credential';
import { mayWrite } from './readOnly';

/** What is known of a credential without asking PagerDuty, and is no secret. */
export interface CredentialFacts {
	readonly authentication: Authentication;
	/** `us`, `eu` or `custom`. */
	readonly region: string;
	/** Where its requests go, without a slash at its end. */
	readonly baseUrl: string;
	/** The user in whose name things are done, where the credential says it. */
	readonly fromEmail?: string;
	readonly mayWrite: boolean;
	/** Whether it is the token of an OAuth app that acts as itself. */
	readonly isApp: boolean;
	/** The OAuth scopes that n8n asks for; none for keys. */
	readonly asked: readonly string[];
	/** Those that PagerDuty granted, where its answer named them. It grants less without a word of refusal. */
	readonly granted?: readonly string[];
}

/** @param data with all expressions evaluated */
export function factsOf(
	authentication: Authentication,
	baseUrl: string,
	data: ICredentialDataDecryptedObject,
): CredentialFacts {
	const { region, fromEmail, grantType, scope, oauthTokenData } = data;
	const { scope: granted } = isObject(oauthTokenData) ? oauthTokenData : {};
	const isOAuth = authentication === 'oAuth2';
	return {
		authentication,
		region: String(region),
		baseUrl,
		fromEmail: typeof fromEmail === 'string' && fromEmail.trim() !== '' ? fromEmail.trim() : undefined,
		mayWrite: mayWrite(data),
		isApp: isOAuth && grantType === 'clientCredentials',
		asked: isOAuth ? rightsIn(scope) : [],
		granted: isOAuth && typeof granted === 'string' ? rightsIn(granted) : undefined,
	};
}

/** Beside rights, a scope names the account of an app token: `as_account-us.acme`. */
const rightsIn = (scope: unknown): string[] =>
	String(scope ?? '')
		.split(/[\s,+]+/)
		.filter((each) => /\.(read|write)$/.test(each));
