import type {
	ICredentialDataDecryptedObject,
	IExecuteFunctions,
	IHookFunctions,
	ILoadOptionsFunctions,
	IPollFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';
import { UserError } from 'n8n-workflow';

import { isIntegrationKey, isSendable, keyIn, mistakenFor } from './apiKey';
import { isExpressionError } from './nodeErrors';
import { checkAccount } from './subdomain';

/** The n8n contexts that can call PagerDuty: an execution, a picker, the life of a trigger, a delivery to it, a poll. */
export type Host =
	IExecuteFunctions | ILoadOptionsFunctions | IHookFunctions | IWebhookFunctions | IPollFunctions;

/**
 * How a request proves who it is from: `token` and `oAuth2` are the values of the node's `authentication` parameter and
 * open the REST API; `events` is an integration key, and opens the Events API.
 */
export type Authentication = 'token' | 'oAuth2' | 'events';

/** The type of the credential that a request is signed with. */
export function credentialType(authentication: Authentication) {
	switch (authentication) {
		case 'token':
			return 'pagerDutyTokenApi';
		case 'oAuth2':
			return 'pagerDutyAppOAuth2Api';
		case 'events':
			return 'pagerDutyEventsApi';
	}
}

/** What people call the credential of a node; undefined where it has none. */
export const credentialName = (host: Host, authentication: Authentication): string | undefined =>
	host.getNode().credentials?.[credentialType(authentication)]?.name;

/** A credential of a node with all its expressions evaluated, fit to be used. */
export interface Credential {
	readonly authentication: Authentication;
	readonly data: ICredentialDataDecryptedObject;
	/** The same for two credentials that say the same, whatever token n8n holds for them. Contains secrets. */
	readonly identity: string;
}

/** Why an expression may have no value. */
const withoutItem =
	'Triggers, and the lists to choose from in a form, have no item: an expression over items, such as {{ $json.key }}, has no value there. Use a credential without one.';
const withItem = 'If there is an expression in it, the expression gave no text for this item.';

/**
 * Reads the credential where there is no item to evaluate its expressions for: in a trigger, or for a list to choose from.
 *
 * @throws UserError when it is not fit to be used, or needs an item
 */
export async function readCredential(host: Host, authentication: Authentication): Promise<Credential> {
	const data = await host.getCredentials(credentialType(authentication)).catch((error: unknown) => {
		if (!isExpressionError(error)) throw error;
		throw new UserError(
			'The PagerDuty credential has an expression that needs an item, and there is none here',
			{
				description: `${withoutItem} n8n says: ${error.message}`,
			},
		);
	});
	return checked(authentication, data, withoutItem);
}

/**
 * Reads the credential as it is for one item.
 *
 * @throws UserError when it is not fit to be used; what n8n throws when an expression in it fails
 */
export async function readCredentialFor(
	host: IExecuteFunctions,
	authentication: Authentication,
	item: number,
): Promise<Credential> {
	return checked(authentication, await host.getCredentials(credentialType(authentication), item), withItem);
}

function checked(
	authentication: Authentication,
	data: ICredentialDataDecryptedObject,
	whyEmpty: string,
): Credential {
	if (authentication === 'token') checkKey(data, whyEmpty);
	else if (authentication === 'oAuth2') checkConnection(data);
	else checkIntegrationKey(data, whyEmpty);
	const { oauthTokenData: _, ...said } = data;
	return { authentication, data, identity: JSON.stringify([authentication, said]) };
}

function checkKey({ apiToken }: ICredentialDataDecryptedObject, whyEmpty: string): void {
	const key = keyIn(apiToken);
	if (key === '') {
		throw new UserError('The API Key of the PagerDuty credential is empty', {
			description: `Enter a key in the credential. ${whyEmpty}`,
		});
	}
	if (!isSendable(key)) {
		throw new UserError('The API Key of the PagerDuty credential is not an API key', {
			description: mistakenFor(key) ?? 'It contains characters that no key has. Copy the key again.',
		});
	}
}

function checkIntegrationKey({ integrationKey }: ICredentialDataDecryptedObject, whyEmpty: string): void {
	const key = keyIn(integrationKey);
	if (isIntegrationKey(key)) return;
	throw new UserError(
		key === ''
			? 'The Integration Key of the PagerDuty credential is empty'
			: 'The Integration Key of the PagerDuty credential is not an integration key',
		{
			description:
				`It has 32 letters and digits. In PagerDuty: Service > Integrations > Events API V2. ${key === '' ? whyEmpty : ''}`.trim(),
		},
	);
}

function checkConnection(data: ICredentialDataDecryptedObject): void {
	const { grantType, oauthTokenData } = data;
	if (grantType === 'clientCredentials') checkAccount(data);
	// Until somebody connects, n8n gives an empty object.
	if (grantType === 'pkce' && Object.keys(Object(oauthTokenData)).length === 0) {
		throw new UserError('The PagerDuty OAuth credential is not connected yet', {
			description: 'Open the credential and connect your account.',
		});
	}
}
