import type { INodeProperties } from 'n8n-workflow';

import { newAdditionalData, toWorkflow } from '../../support/engine';
import { PagerDutyAppOAuth2Api } from '../../../credentials/PagerDutyAppOAuth2Api.credentials';

const credential = new PagerDutyAppOAuth2Api();
const field = (name: string): INodeProperties | undefined =>
	credential.properties.find((property) => property.name === name);

/** What n8n makes of the credential: defaults filled in, expressions resolved. */
async function resolved(given: Record<string, string | string[]>) {
	const data = newAdditionalData(toWorkflow({ nodes: [], connections: {} }), {
		credentials: { pagerDutyAppOAuth2Api: given },
	});
	return await data.credentialsHelper.getDecrypted(
		data,
		{ id: '1', name: 'OAuth' },
		credential.name,
		'internal',
	);
}

/** Which these are is asked of the operations in test/unit/operations. */
const whatTheNodesNeed =
	/\|\| "([^"]+)"/.exec(
		String(new PagerDutyAppOAuth2Api().properties.find(({ name }) => name === 'scope')?.default),
	)?.[1] ?? '';

describe('The OAuth credential', () => {
	it('signs a user in with PKCE at PagerDuty, with the scopes that the nodes need', async () => {
		expect(await resolved({})).toMatchObject({
			grantType: 'pkce',
			authUrl: 'https://identity.pagerduty.com/oauth/authorize',
			accessTokenUrl: 'https://identity.pagerduty.com/oauth/token',
			scope: whatTheNodesNeed,
		});
	});

	it('asks for no scope to write where access is read-only', async () => {
		const { scope } = await resolved({ access: 'readOnly' });
		expect(String(scope).split(' ')).toEqual(
			// Analytics are read with a scope that is called "write".
			whatTheNodesNeed.split(' ').filter((each) => each.endsWith('.read') || each === 'analytics.write'),
		);
		const appScopes = ['incidents.write', 'analytics.write', 'teams.read'];
		expect((await resolved({ access: 'readOnly', appScopes })).scope).toBe('analytics.write teams.read');
		expect((await resolved({ access: 'readWrite', appScopes })).scope).toBe(appScopes.join(' '));
	});

	it.each([
		['us', 'as_account-us.acme incidents.read'],
		['eu', 'as_account-eu.acme incidents.read'],
		['custom', 'as_account-us.acme incidents.read'],
	])('names region and account in the scope of an app token (%s)', async (region, scope) => {
		const given = {
			grantType: 'clientCredentials',
			subdomain: 'acme',
			appScopes: ['incidents.read'],
			region,
		};
		expect((await resolved({ ...given, baseUrl: 'https://proxy.example.com' })).scope).toBe(scope);
	});

	it.each([
		'acme.pagerduty.com',
		'https://acme.pagerduty.com',
		'https://acme.pagerduty.com/incidents?status=open',
		'http://ACME.pagerduty.com:443/#top',
		' acme ',
		'Acme',
		'acme.eu.pagerduty.com',
		'HTTPS://Acme.EU.pagerduty.com/',
	])('understands the subdomain "%s"', async (subdomain) => {
		const given = { grantType: 'clientCredentials', subdomain, appScopes: ['incidents.read'], region: 'eu' };
		expect((await resolved(given)).scope).toBe('as_account-eu.acme incidents.read');
	});

	it.each([
		[['incidents.read', 'users.read'], 'incidents.read users.read'],
		['incidents.read users.read', 'incidents.read users.read'],
		[[], whatTheNodesNeed],
		['', whatTheNodesNeed],
	])(
		'takes the scopes as a list, as text from an expression, and none as what the nodes need: %j',
		async (appScopes, scope) => {
			expect((await resolved({ appScopes })).scope).toBe(scope);
		},
	);

	it('asks the custom Base URL for tokens too', async () => {
		expect(await resolved({ region: 'custom', baseUrl: 'http://localhost:8080/' })).toMatchObject({
			authUrl: 'http://localhost:8080/oauth/authorize',
			accessTokenUrl: 'http://localhost:8080/oauth/token',
		});
	});

	it.each([
		['http://proxy.example.com/', 'https://proxy.example.com'],
		[' HTTP://localhost.example.com', 'https://localhost.example.com'],
		['http://127.0.0.1.example.com:80', 'https://127.0.0.1.example.com:80'],
		['http://localhost:80@example.com', 'https://localhost:80@example.com'],
		['http://[::1]:8080', 'http://[::1]:8080'],
		['http://127.0.0.1', 'http://127.0.0.1'],
	])('never sends the client secret unencrypted over a network: %s', async (baseUrl, asked) => {
		expect(await resolved({ region: 'custom', baseUrl })).toMatchObject({
			authUrl: `${asked}/oauth/authorize`,
			accessTokenUrl: `${asked}/oauth/token`,
		});
	});

	it('asks for the subdomain where an app token needs it', () => {
		expect(field('subdomain')?.displayOptions).toEqual({ show: { grantType: ['clientCredentials'] } });
		expect(field('subdomain')?.required).toBe(true);
	});
});
