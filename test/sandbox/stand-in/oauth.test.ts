import { createHash, randomBytes } from 'node:crypto';
import { type Sandbox, sandboxOAuthApp, startSandbox } from '../../../sandbox';
import { Answer, caller } from './caller';

let sandbox: Sandbox;
let call: ReturnType<typeof caller>;

beforeAll(async () => {
	sandbox = await startSandbox({ strict: true });
	call = caller(sandbox);
});
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

const redirect = 'http://localhost:5678/rest/oauth2-credential/callback';
const { clientId, clientSecret, subdomain } = sandboxOAuthApp;
const verifier = randomBytes(48).toString('base64url');
const challenge = createHash('sha256').update(verifier).digest('base64url');

const form = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
	fetch(sandbox.url + path, {
		method: 'POST',
		body: new URLSearchParams(fields),
		headers,
		redirect: 'manual',
	});

async function token(fields: Record<string, string>, headers?: Record<string, string>): Promise<Answer> {
	const client: Record<string, string> = headers ? {} : { client_id: clientId, client_secret: clientSecret };
	const answer = await form('/oauth/token', { ...client, ...fields }, headers);
	return new Answer(answer.status, answer.headers, await answer.json());
}

const request = (scope: string, more: Record<string, string> = {}) => ({
	client_id: clientId,
	response_type: 'code',
	redirect_uri: redirect,
	code_challenge: challenge,
	code_challenge_method: 'S256',
	state: 'state/1 & more',
	scope,
	...more,
});

/** Authorizes as Maya and returns where the browser is sent. */
async function authorize(scope: string, decision = 'allow'): Promise<URL> {
	const maya = sandbox.users()[0]?.id ?? '';
	const answer = await form('/oauth/authorize', { ...request(scope), user_id: maya, decision });
	return new URL(answer.headers.get('location') ?? '');
}

const fromCode = (code: string | null, more: Record<string, string> = {}) =>
	token({
		grant_type: 'authorization_code',
		code: code ?? '',
		redirect_uri: redirect,
		code_verifier: verifier,
		...more,
	});

const bearer = (path: string, answer: Answer) => call('GET', path, { bearer: answer.text('access_token') });

it('shows a consent page that names the scopes, with a button', async () => {
	const page = await fetch(
		`${sandbox.url}/oauth/authorize?${String(new URLSearchParams(request('incidents.read')))}`,
	);
	const text = await page.text();
	expect(text).toContain('incidents.read');
	expect(text).toContain('id="allow"');
	expect(text).toContain('value="state/1 &amp; more"');
});

it('refuses to authorize without PKCE, and an unknown client', async () => {
	const wrong: Array<Record<string, string>> = [
		{ code_challenge: '' },
		{ code_challenge_method: 'plain' },
		{ client_id: 'other' },
	];
	for (const more of wrong) {
		const query = String(new URLSearchParams(request('incidents.read', more)));
		expect((await fetch(`${sandbox.url}/oauth/authorize?${query}`)).status).toBe(400);
	}
});

it('gives a user token for the code, the verifier and the secret, and it acts as the user', async () => {
	const back = await authorize('incidents.read users.read');
	expect(back.origin + back.pathname).toBe(redirect);
	expect(back.searchParams.get('state')).toBe('state/1 & more');
	const answer = await fromCode(back.searchParams.get('code'));
	expect(answer.body).toMatchObject({ token_type: 'bearer', expires_in: 86_400 });
	expect((await bearer('/users/me', answer)).at('user', 'name')).toBe('Maya Lindqvist');
	expect((await bearer('/incidents', answer)).status).toBe(200);
	expect((await bearer('/services', answer)).status).toBe(403);
});

it('gives nothing for a wrong verifier, a wrong secret, a late code or a second use', async () => {
	const code = async () => (await authorize('users.read')).searchParams.get('code');
	expect((await fromCode(await code(), { code_verifier: 'wrong' })).at('error')).toBe('invalid_grant');
	expect((await fromCode(await code(), { client_secret: 'wrong' })).status).toBe(401);
	const late = await code();
	await sandbox.advance(30_000);
	expect((await fromCode(late)).at('error')).toBe('invalid_grant');
	const used = await code();
	expect((await fromCode(used)).status).toBe(200);
	expect((await fromCode(used)).at('error')).toBe('invalid_grant');
});

it('ends a token after its time, and refreshes it with a new refresh token each time', async () => {
	const first = await fromCode((await authorize('users.read')).searchParams.get('code'));
	await sandbox.advance(86_400_000);
	expect((await bearer('/users', first)).status).toBe(401);
	const refresh = { grant_type: 'refresh_token', refresh_token: first.text('refresh_token') };
	const second = await token(refresh);
	expect((await bearer('/users', second)).status).toBe(200);
	expect(second.at('refresh_token')).not.toBe(first.at('refresh_token'));
	expect((await token(refresh)).at('error')).toBe('invalid_grant');
});

it('says so when the user cancels', async () => {
	expect((await authorize('users.read', 'deny')).searchParams.get('error')).toBe('access_denied');
});

it('gives an app token for the account scope, takes the secret in a Basic header, and knows no user', async () => {
	const basic = { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}` };
	const scope = `as_account-us.${subdomain} incidents.write users.read`;
	const answer = await token({ grant_type: 'client_credentials', scope }, basic);
	expect(answer.status).toBe(200);
	expect(answer.at('refresh_token')).toBeUndefined();
	expect((await bearer('/users', answer)).status).toBe(200);
	expect((await bearer('/users/me', answer)).status).toBe(400);
	const { id } = sandbox.trigger();
	const body = { note: { content: 'From an app' } };
	const note = (from: string | null) =>
		call('POST', `/incidents/${id}/notes`, { bearer: answer.text('access_token'), from, body });
	expect((await note(null)).at('error', 'code')).toBe(1008);
	expect((await note('priya.raman@harborline.example')).status).toBe(200);
});

it('refuses an app token without the account scope, and grants less for scopes it does not know', async () => {
	const ask = (scope: string) => token({ grant_type: 'client_credentials', scope });
	expect((await ask('incidents.read')).at('error')).toBe('invalid_scope');
	expect((await ask(`as_account-eu.${subdomain}`)).at('error')).toBe('invalid_scope');
	const less = await ask(`as_account-us.${subdomain} incidents.explode`);
	expect(less.text('scope')).toBe(`as_account-us.${subdomain} openid`);
	const refused = await bearer('/incidents', less);
	expect(refused.status).toBe(403);
	expect(refused.text('error', 'required_scopes')).toBe('incidents.read');
});

it('asks for the scope of what the events of a subscription tell', async () => {
	const all = 'webhook_subscriptions.write incidents.read incident_workflows.read services.read';
	const subscribe = async (events: string[], without: string) => {
		const scope = `as_account-us.${subdomain} ${all.replace(without, '')}`;
		const answer = await token({ grant_type: 'client_credentials', scope });
		const delivery_method = { type: 'http_delivery_method', url: 'http://127.0.0.1:9/hook' };
		const filter = { type: 'account_reference' };
		const webhook_subscription = { type: 'webhook_subscription', delivery_method, events, filter };
		const body = { webhook_subscription };
		return await call('POST', '/webhook_subscriptions', { bearer: answer.text('access_token'), body });
	};
	const needed: Array<[event: string, scope: string]> = [
		['incident.workflow.started', 'incident_workflows.read'],
		['incident.triggered', 'incidents.read'],
		['service.updated', 'services.read'],
	];
	for (const [event, scope] of needed) {
		const refused = await subscribe([event], scope);
		expect([refused.status, refused.at('error', 'required_scopes')]).toEqual([403, scope]);
		expect((await subscribe([event], '')).status).toBe(200);
	}
});
