import type {
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { isSendable, keyIn, mistakenFor } from '../api/apiKey';
import { apiBaseUrl, apiHosts, type Region } from '../api/region';
import { errorOf, isObject, rowsOf } from '../api/answer';
import { inWords } from '../api/nodeErrors';
import { mayWrite } from '../api/readOnly';
import { conceal, secretsIn } from '../api/secrets';
import { ask, type Reply } from './ask';

const ok = (message: string): INodeCredentialTestResult => ({ status: 'OK', message });
const bad = (message: string): INodeCredentialTestResult => ({ status: 'Error', message });

/**
 * Tests a PagerDuty Token API credential and says what it found: the account, what kind of key and whose,
 * and whether the From email is a PagerDuty user. Wrong region, refused key and unknown From email differ in words.
 */
export async function testToken(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const data = credential.data ?? {};
	try {
		const { status, message } = await examine(this, data);
		return { status, message: conceal(message, secretsIn(data)) };
	} catch (error) {
		return bad(inWords(error));
	}
}

async function examine(
	host: ICredentialTestFunctions,
	data: ICredentialDataDecryptedObject,
): Promise<INodeCredentialTestResult> {
	const key = keyIn(data.apiToken);
	if (key === '')
		return bad('The API Key is empty. Paste a key from PagerDuty: Integrations > API Access Keys');
	if (!isSendable(key))
		return bad(mistakenFor(key) ?? 'The API Key contains characters that no key has. Copy it again');
	const region = String(data.region ?? 'us') as Region;
	const baseUrl = apiBaseUrl(region, String(data.baseUrl ?? ''));
	const get = async (path: string) => await ask(host, baseUrl + path, `Token token=${key}`);

	const me = await get('/users/me');
	if (me.status === 401) return bad(await whyRefused(host, region, key));
	// An account key is nobody, which PagerDuty answers with 400.
	if (me.status !== 200 && me.status !== 400) return bad(refusal(me));
	const user = me.status === 200 && isObject(me.body) && isObject(me.body.user) ? me.body.user : undefined;

	const users = user ? { status: 200, body: { users: [user] } } : await get('/users?limit=1');
	if (users.status !== 200) return bad(refusal(users));
	const [anyUser] = isObject(users.body) ? rowsOf(users.body, 'users') : [];
	const account = subdomainOf(anyUser?.html_url) ?? baseUrl;
	const kind = user ? `user key of ${String(user.name)} (${String(user.email)})` : 'account key';
	const found = `Account ${account}, ${kind}`;
	if (!mayWrite(data)) return ok(`${found}. Nodes may only read with this credential`);

	const from = String(data.fromEmail ?? '').trim();
	if (from === '')
		return ok(
			user ? found : `${found}. Without a From Email, nodes that change incidents need one of their own`,
		);
	const search = await get(`/users?limit=100&query=${encodeURIComponent(from)}`);
	if (search.status !== 200) return bad(refusal(search));
	const sender = (isObject(search.body) ? rowsOf(search.body, 'users') : []).find(
		({ email }) => String(email).toLowerCase() === from.toLowerCase(),
	);
	return sender
		? ok(`${found}. Changes are made in the name of ${String(sender.name)} (${from})`)
		: bad(
				`The key works (${found}), but the From Email ${from} is not a user of this account. Enter the email of a PagerDuty user`,
			);
}

/** A key of the other region is refused with the same 401 as a revoked one, so the other region is asked too. */
async function whyRefused(host: ICredentialTestFunctions, region: Region, key: string): Promise<string> {
	const mistaken = mistakenFor(key);
	if (mistaken !== undefined) return mistaken;
	if (region !== 'custom') {
		const other = region === 'us' ? 'eu' : 'us';
		const reply = await ask(host, `${apiHosts[other]}/users/me`, `Token token=${key}`).catch(() => undefined);
		if (reply?.status === 200 || reply?.status === 400) {
			return `This key belongs to the ${other.toUpperCase()} region. Set Region to ${other.toUpperCase()}`;
		}
	}
	return 'PagerDuty does not accept this API key. It was revoked or mistyped: copy it again, or create a new one in PagerDuty: Integrations > API Access Keys';
}

function refusal({ status, body }: Reply): string {
	if (status === 403)
		return 'The key may not read users. Use a key with access to users, services and incidents';
	if (status === 429) return 'PagerDuty limits the rate of this key at the moment. Try again in a minute';
	return `PagerDuty answered with an error: ${errorOf(body).message ?? `HTTP ${status}`}. Check the Base URL, or try again later`;
}

/** `acme` of `https://acme.pagerduty.com/users/PABC123`. */
const subdomainOf = (url: unknown) => /^https:\/\/([^./]+)\./.exec(String(url))?.[1];
