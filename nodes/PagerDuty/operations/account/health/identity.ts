import type { IDataObject } from 'n8n-workflow';

import type { Api } from '../../../api/client';
import type { CredentialFacts } from '../../../api/credentialFacts';
import { ifRefused } from '../../../api/errors';
import { path } from '../../../api/path';
import { get } from '../../../api/request';
import { one } from '../../../api/shape';
import { userWithEmail } from '../../../fields/objects/user';
import { concern, fine, notFoundOut, type Line, type Settled } from './line';

/** The user that a key or token belongs to; undefined where it is no user's. operationId getCurrentUser */
export async function owner(
	api: Api,
	{ isApp, authentication }: CredentialFacts,
): Promise<IDataObject | undefined> {
	// What PagerDuty answers a key of the account. An app may lack the scope to ask, and is nobody all the same.
	const nobody = isApp ? ['400', '403', '404'] : authentication === 'token' ? ['400'] : [];
	return await one(api, get(path`/users/me`), 'user').catch(ifRefused(undefined, ...nobody));
}

/** The From user of the credential; undefined where it names none. operationId listUsers */
export const sender = async (api: Api, { fromEmail }: CredentialFacts): Promise<IDataObject | undefined> =>
	fromEmail === undefined
		? undefined
		: await userWithEmail(
				api,
				fromEmail,
				'Correct "From Email" in the credential: PagerDuty refuses changes in the name of somebody it does not know.',
			);

const person = ({ name, email }: IDataObject) => `${String(name)} (${String(email)})`;

const reference = (user: IDataObject | undefined) =>
	user === undefined ? null : { id: user.id, name: user.name, email: user.email };

/** What kind of credential it is, and whose. */
export function credentialLine(
	found: Settled<IDataObject | undefined>,
	{ authentication, isApp, mayWrite }: CredentialFacts,
): Line {
	if ('error' in found) return notFoundOut('credential', found.error);
	const user = found.result;
	const [kind, words] = isApp
		? ['app_token', 'OAuth token of an app that acts as itself']
		: authentication === 'oAuth2'
			? ['user_token', 'OAuth token']
			: user
				? ['user_key', 'API key']
				: ['account_key', 'API key of the account, which belongs to no user'];
	const facts = { kind, user: reference(user), access: mayWrite ? 'readWrite' : 'readOnly' };
	const message = user ? `${words} of ${person(user)}` : words;
	return fine('credential', mayWrite ? message : `${message}. Nodes may only read with it`, facts);
}

/** In whose name changes are made. */
export function fromUserLine(
	found: Settled<IDataObject | undefined>,
	whose: Settled<IDataObject | undefined>,
	{ mayWrite, fromEmail }: CredentialFacts,
): Line {
	if (!mayWrite) return fine('fromUser', 'No From user is needed: the credential is read-only');
	if ('error' in found) return notFoundOut('fromUser', found.error);
	if (found.result)
		return fine('fromUser', `Changes are made in the name of ${person(found.result)}`, {
			user: reference(found.result),
		});
	if (fromEmail === undefined && 'result' in whose && whose.result)
		return fine('fromUser', `Changes are made in the name of the owner, ${person(whose.result)}`, {
			user: reference(whose.result),
		});
	return concern(
		'warning',
		'fromUser',
		'The credential has no From Email, and no user is known that it belongs to',
		'Enter the email of a PagerDuty user in "From Email" of the credential, or add "From Email" under Options to each node that changes something.',
	);
}
