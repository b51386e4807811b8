import type { IDataObject } from 'n8n-workflow';

import '../support/waits';
import { pagerDutyServer, refusal, type Received, type Reply } from './pagerDutyServer';
import { byId, jsons, runNode, tokenCredential } from './pagerDutyNode';

const some = (count: number) =>
	Array.from({ length: count }, (_, index) => ({ id: `P${String(index).padStart(6, '0')}` }));

const accessDenied = refusal(403, 'Access Denied', 2010);
const asNobody = refusal(400, 'Current user cannot be determined from an account key');
const asAda: Reply = { body: { user: { id: 'PUSER01', email: 'ada@example.com' } } };

const app = (grantType: string) => ({
	pagerDutyAppOAuth2Api: {
		region: 'us',
		grantType,
		fromEmail: 'ada@example.com',
		oauthTokenData: { access_token: 'token-1', token_type: 'bearer' },
	},
});
const apiKey = { pagerDutyTokenApi: { ...tokenCredential } };

/** Acknowledges incidents at a PagerDuty that refuses changes, and says who asks. */
async function acknowledge(
	count: number,
	changes: (request: Received) => Reply,
	{ me = asNobody, credentials = apiKey }: { me?: Reply; credentials?: object } = {},
) {
	const requests = pagerDutyServer((request) => (request.path === '/users/me' ? me : changes(request)));
	const authentication = 'pagerDutyTokenApi' in credentials ? 'token' : 'oAuth2';
	const parameters = { authentication, incidentId: byId('={{ $json.id }}') };
	const { items, errors } = await runNode('incident.acknowledge', parameters, {
		items: some(count),
		settings: { onError: 'continueErrorOutput' },
		credentials: credentials as typeof apiKey,
	});
	return { requests: requests.map(({ method, path }) => `${method} ${path}`), items, errors: jsons(errors) };
}

const wordsOf = ({ error, details }: IDataObject) =>
	`${String(error)}: ${String((details as IDataObject | undefined)?.description)}`;

describe('Changes of many incidents with a key that may change none', () => {
	it('end with one request for each 250, where an account key is read-only', async () => {
		const { requests, errors } = await acknowledge(501, () => accessDenied);
		expect(requests).toEqual(['PUT /incidents', 'GET /users/me', 'PUT /incidents', 'PUT /incidents/P000500']);
		expect(errors.map(({ id }) => id)).toEqual(some(501).map(({ id }) => id));
		for (const words of errors.map(wordsOf)) expect(words).toMatch(/^Access Denied: .*may be read-only/);
	});

	it('end with one request where an app may not', async () => {
		const { requests, errors } = await acknowledge(250, () => accessDenied, {
			credentials: app('clientCredentials'),
		});
		expect(requests).toEqual(['PUT /incidents']);
		expect(errors).toHaveLength(250);
	});

	it('end with one request where a token lacks the scope, also that of a user', async () => {
		const error = { message: 'Token missing required scopes', required_scopes: 'incidents.write' };
		const { requests, errors } = await acknowledge(250, () => ({ status: 403, body: { error } }), {
			credentials: app('pkce'),
		});
		expect(requests).toEqual(['PUT /incidents']);
		expect(errors).toHaveLength(250);
		for (const words of errors.map(wordsOf))
			expect(words).toMatch(/^Token missing required scopes: .*needs the scopes? incidents\.write/);
	});
});

describe('Changes of many incidents with a key that may change some of them', () => {
	const forbidden = some(30).slice(0, 20);
	const ofOthers = ({ body, path }: Received): Reply => {
		const ids = ((body.incidents ?? [{ id: path.split('/').at(-1) }]) as IDataObject[]).map(({ id }) => id);
		if (forbidden.some(({ id }) => ids.includes(id))) return accessDenied;
		return path === '/incidents'
			? { body: { incidents: ids.map((id) => ({ id })) } }
			: { body: { incident: { id: ids[0] } } };
	};
	const changed = some(30).slice(20);

	it.each<[string, Reply, object]>([
		['key', asAda, apiKey],
		['key, when nobody knows whose it is', refusal(403, 'Access Denied', 2010), apiKey],
		['token', asAda, app('pkce')],
	])(
		'are made where they may be made: the rights of a user’s %s differ by team',
		async (_, me, credentials) => {
			const { items, errors } = await acknowledge(30, ofOthers, { me, credentials });
			expect(jsons(items)).toEqual(changed);
			expect(errors.map(({ id }) => ({ id }))).toEqual(forbidden);
		},
	);

	it('are made where the From user may, also with an account key', async () => {
		const notAllowed = (request: Received) =>
			ofOthers(request) === accessDenied ? refusal(403, 'Requester Not Allowed', 1018) : ofOthers(request);
		const { items, errors } = await acknowledge(30, notAllowed);
		expect(jsons(items)).toEqual(changed);
		expect(errors.map(({ id }) => ({ id }))).toEqual(forbidden);
	});
});
