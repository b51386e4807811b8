import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import '../support/waits';
import { line, pagerDutyServer, refusal, type Reply } from './pagerDutyServer';
import { byId, jsons, runNode } from './pagerDutyNode';

const identity = 'https://identity.pagerduty.com';
const secrets = {
	clientSecret: 'client-secret-1',
	old: 'old-access-1',
	fresh: 'new-access-2',
	refresh: 'refresh-3',
};
const found = { body: { incident: { id: 'PABC123' }, note: { id: 'PNOTE01' } } };
const parameters = { authentication: 'oAuth2', incidentId: byId('PABC123'), content: 'a' };

const userToken = (more: object = {}): { pagerDutyAppOAuth2Api: ICredentialDataDecryptedObject } => ({
	pagerDutyAppOAuth2Api: {
		region: 'us',
		grantType: 'pkce',
		clientId: 'client',
		clientSecret: secrets.clientSecret,
		fromEmail: 'ada@example.com',
		oauthTokenData: { access_token: secrets.old, refresh_token: secrets.refresh, token_type: 'bearer' },
		...more,
	},
});

const bearer = (token: string) => `Bearer ${token}`;
const accepts = (token: string) =>
	pagerDutyServer(({ headers }) =>
		headers.authorization === bearer(token) ? found : refusal(401, 'Unauthorized', 2006),
	);
const grants = (reply: Reply) => pagerDutyServer(() => reply, identity);
const json = { 'content-type': 'application/json' };
const newToken: Reply = {
	headers: json,
	body: { access_token: secrets.fresh, refresh_token: 'refresh-4', token_type: 'bearer', expires_in: 86400 },
};

describe('An OAuth connection', () => {
	it('signs requests with its access token', async () => {
		const requests = accepts(secrets.old);
		const { items } = await runNode('incident.get', parameters, { credentials: userToken() });
		expect(jsons(items)).toEqual([{ id: 'PABC123' }]);
		expect(requests).toHaveLength(1);
	});

	it.each(['incident.get', 'incidentNote.create'])(
		'that expired is renewed, and %s is done with the new token',
		async (operation) => {
			const requests = accepts(secrets.fresh);
			const identityRequests = grants(newToken);
			const credentials = userToken();
			const { items, error } = await runNode(operation, parameters, { credentials });
			expect(error).toBeUndefined();
			expect(items).toHaveLength(1);
			expect(requests.at(-1)?.headers.authorization).toBe(bearer(secrets.fresh));
			expect(identityRequests.map(line)).toEqual(['POST /oauth/token']);
			expect(credentials.pagerDutyAppOAuth2Api.oauthTokenData).toMatchObject({
				access_token: secrets.fresh,
				refresh_token: 'refresh-4',
			});
		},
	);

	it('that expired is renewed once for many items', async () => {
		const requests = accepts(secrets.fresh);
		const identityRequests = grants(newToken);
		const items = [{}, {}, {}, {}, {}, {}, {}];
		const output = await runNode('incident.get', parameters, { credentials: userToken(), items });
		expect(output.items).toHaveLength(7);
		expect(identityRequests).toHaveLength(1);
		// Five in the window and the one whose refusal renews; the others find the new token.
		expect(requests.filter(({ headers }) => headers.authorization === bearer(secrets.old))).toHaveLength(6);
	});

	it('as an app fetches its first token itself, with the scope that names region and account', async () => {
		const requests = accepts(secrets.fresh);
		const identityRequests = grants(newToken);
		const app = {
			region: 'us',
			grantType: 'clientCredentials',
			subdomain: 'acme',
			oauthTokenData: undefined,
		};
		const credentials = userToken({ ...app, appScopes: ['incidents.read'] });
		const { items } = await runNode('incident.get', parameters, { credentials });
		expect(jsons(items)).toEqual([{ id: 'PABC123' }]);
		expect(requests).toHaveLength(1);
		expect(identityRequests[0]?.body).toMatchObject({
			grant_type: 'client_credentials',
			client_id: 'client',
			client_secret: secrets.clientSecret,
			scope: 'as_account-us.acme incidents.read',
		});
	});

	it('that PagerDuty refuses even when renewed says to connect again', async () => {
		accepts('another');
		grants(newToken);
		const { error } = await runNode('incident.get', parameters, { credentials: userToken() });
		expect(error?.message).toBe('Unauthorized');
		expect(error?.description).toContain('Open the credential and connect again');
	});

	it('without the scope says which one is needed', async () => {
		pagerDutyServer(() => refusal(403, 'Access Denied', 2010));
		const { error } = await runNode('incidentNote.create', parameters, { credentials: userToken() });
		expect(error?.message).toBe('Access Denied');
		expect(error?.description).toContain('needs the scopes incidents.write and incidents.read: add them');
	});

	const lacking = (required_scopes: unknown, beside: object = {}): Reply => ({
		status: 403,
		body: { error: { message: 'Token missing required scopes', code: 2010, required_scopes }, ...beside },
	});

	it.each<[string, Reply, string]>([
		['as text', lacking('incident_workflows.read'), 'the scope incident_workflows.read: add it'],
		['as a list', lacking(['teams.read']), 'the scope teams.read: add it'],
		['several', lacking(['teams.read', 'users.read']), 'the scopes teams.read and users.read: add them'],
		['several as text', lacking('teams.read, users.read'), 'the scopes teams.read and users.read: add them'],
		[
			'beside the error',
			lacking(undefined, { required_scopes: ['teams.read'] }),
			'the scope teams.read: add it',
		],
		[
			'with a code that has advice of its own',
			{ status: 403, body: { error: { message: 'No', code: 1018, required_scopes: 'teams.read' } } },
			'the scope teams.read: add it',
		],
	])('names the scope that PagerDuty names, and no other: %s', async (_, reply, words) => {
		pagerDutyServer(() => reply);
		const { error } = await runNode('incident.get', parameters, { credentials: userToken() });
		expect(error?.description).toContain(`This operation needs ${words}`);
		expect(error?.description).not.toContain('incidents.read');
	});

	it('that is refused with its tokens in the words shows none of them, not even the renewed one', async () => {
		pagerDutyServer(() =>
			refusal(401, `No: ${secrets.old}`, 2006, [bearer(secrets.fresh), secrets.clientSecret]),
		);
		grants(newToken);
		const { error, all } = await runNode('incident.get', parameters, { credentials: userToken() });
		expect(error?.message).toBe('No: •••');
		expect(error?.description).toContain('Bearer •••. •••. PagerDuty does not accept');
		for (const secret of Object.values(secrets)) expect(all).not.toContain(secret);
	});

	it.each([undefined, {}])('that was never connected says so before anything is sent: %j', async (tokens) => {
		const requests = accepts(secrets.fresh);
		const credentials = userToken({ oauthTokenData: tokens });
		const { error } = await runNode('incident.get', parameters, { credentials });
		expect(error?.message).toBe('The PagerDuty OAuth credential is not connected yet');
		expect(error?.description).toBe('Open the credential and connect your account.');
		expect(requests).toEqual([]);
	});

	it('as an app whose secret is wrong says so after one try, and does not blame the network', async () => {
		const refused = { error: 'invalid_client' };
		const identityRequests = grants({ status: 401, headers: json, body: refused });
		const app = { grantType: 'clientCredentials', subdomain: 'acme', oauthTokenData: undefined };
		const { error } = await runNode('incident.get', parameters, { credentials: userToken(app) });
		expect(error?.message).toContain('Client authentication failed');
		expect(identityRequests).toHaveLength(1);
	});

	it.each<[string, Reply]>([
		[
			'is refused with every secret in the words',
			{
				status: 400,
				headers: json,
				body: { error: 'invalid_grant', error_description: Object.values(secrets).join() },
			},
		],
		['is refused by a page with every secret in it', { status: 403, body: Object.values(secrets).join() }],
		['is revoked', { status: 400, headers: json, body: { error: 'invalid_grant' } }],
		['cannot be asked for', { status: 500, body: 'trouble' }],
	])('whose renewal %s fails with words and shows no secret', async (_, reply) => {
		accepts(secrets.fresh);
		grants(reply);
		const { error, items, all } = await runNode('incident.get', parameters, { credentials: userToken() });
		expect(items).toEqual([]);
		expect(error?.message).toMatch(/./);
		for (const secret of Object.values(secrets)) expect(all).not.toContain(secret);
	});
});
