import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import '../../support/waits';
import { apiToken, byId, runNode } from '../pagerDutyNode';
import { connection, oAuthSecrets, redirecting } from './redirecting';

const secrets = [apiToken, ...Object.values(oAuthSecrets)];

/** What n8n asks a token endpoint for: a new token of a user, or the first one of an app. */
const connections: Record<string, (baseUrl: string) => ICredentialDataDecryptedObject> = {
	'renewal of a user token': (url) => connection(url).pagerDutyAppOAuth2Api,
	'app token': (url) => {
		const { clientId, clientSecret } = connection(url).pagerDutyAppOAuth2Api;
		return {
			region: 'custom',
			baseUrl: url,
			clientId,
			clientSecret,
			grantType: 'clientCredentials',
			subdomain: 'acme',
		};
	},
};

/** Runs a node that needs a token, at a token endpoint that redirects to a stranger. */
async function run(connect: (baseUrl: string) => ICredentialDataDecryptedObject, status: number) {
	const { baseUrl, stranger } = await redirecting(status, (elsewhere) => elsewhere, '/oauth/token');
	const parameters = { authentication: 'oAuth2', incidentId: byId('PABC123') };
	const credentials = { pagerDutyAppOAuth2Api: connect(baseUrl) };
	const { error, all } = await runNode('incident.get', parameters, { credentials });
	return { stranger, error, all };
}

/** n8n asks for tokens itself, and a node cannot tell it not to follow. */
describe.each(Object.entries(connections))('A redirect that answers the %s', (_, connect) => {
	it.each([301, 302, 303])('is followed by n8n without any secret (%i)', async (status) => {
		const { stranger, error, all } = await run(connect, status);
		expect(stranger).toEqual([expect.stringMatching(/^GET \/ /)]);
		for (const secret of secrets) expect(stranger.join()).not.toContain(secret);
		expect(error?.message).toMatch(/./);
		for (const secret of secrets) expect(all).not.toContain(secret);
	});

	it.each([307, 308])('is followed by n8n with all that was meant for PagerDuty (%i)', async (status) => {
		const { stranger, error } = await run(connect, status);
		expect(stranger).toEqual([expect.stringContaining(oAuthSecrets.clientSecret)]);
		// The API key's place is elsewhere: what opens PagerDuty's API is never in a request for a token.
		expect(stranger.join()).not.toContain(apiToken);
		expect(error?.message).toMatch(/./);
	});
});
