import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { isObject, type Answer } from './answer';
import { keyIn } from './apiKey';

/** What stands where a secret stood. */
const concealed = '•••';

/** Shorter values are no key of PagerDuty's, and may be part of any word. */
const shortest = 6;

/** The secret values in credentials, whatever their types, also without what was pasted around them. */
export const secretsIn = (...credentials: ICredentialDataDecryptedObject[]): string[] =>
	credentials
		.flatMap(({ apiToken, integrationKey, clientSecret, oauthTokenData }) => {
			const { access_token, refresh_token } = isObject(oauthTokenData) ? oauthTokenData : {};
			return [apiToken, integrationKey, clientSecret, access_token, refresh_token];
		})
		.map(keyIn)
		.filter((value) => value.length >= shortest);

/** A text of somebody else's without the secrets in it: servers and proxies quote what they refuse. */
export const conceal = (text: string, secrets: readonly string[]) =>
	secrets
		.flatMap((secret) => [secret, encodeURIComponent(secret)])
		.reduce((left, secret) => left.replaceAll(secret, concealed), text);

/** The same for whatever stands in an answer. */
export const concealIn = (answer: Answer, secrets: readonly string[]): Answer =>
	JSON.parse(conceal(JSON.stringify(answer), secrets)) as Answer;
