import '../support/waits';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { LiveTrigger } from '../support/liveTrigger';
import { staticKey } from '../support/triggerWorkflow';
import { testCredential } from './credentialTest/testCredential';
import { apiToken, byId, runNode } from './pagerDutyNode';

const servers: Server[] = [];

async function serve(listener: RequestListener): Promise<string> {
	const server = createServer(listener);
	servers.push(server);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterEach(async () => {
	for (const server of servers.splice(0)) {
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	}
});

/** A PagerDuty that sends everybody somewhere else, with what came there and what came to itself. */
async function redirecting(status: number, location: (elsewhere: string) => string) {
	const stranger: string[] = [];
	const asked: string[] = [];
	const elsewhere = await serve((request, response) => {
		stranger.push(`${request.method} ${request.url} ${JSON.stringify(request.headers)}`);
		response.end('{}');
	});
	const baseUrl = await serve((request, response) => {
		asked.push(String(request.headers.authorization ?? ''));
		response.writeHead(status, { location: location(elsewhere) }).end();
	});
	return { baseUrl, stranger, asked };
}

const token = (baseUrl: string, fromEmail = 'ada@example.com') => ({
	pagerDutyTokenApi: { region: 'custom', baseUrl, apiToken, fromEmail },
});
const connection = (baseUrl: string) => ({
	pagerDutyAppOAuth2Api: {
		region: 'custom',
		baseUrl,
		grantType: 'pkce',
		clientId: 'client',
		clientSecret: 'client-secret-1',
		oauthTokenData: { access_token: apiToken, refresh_token: 'refresh-3', token_type: 'bearer' },
	},
});
const incident = { incidentId: byId('PABC123'), content: 'a' };
const held = { [staticKey]: { subscriptions: { account: { id: 'PSUB001', secret: 'secret' } } } };

/** Everything that sends a key, and how it puts the redirect into words. */
const senders: Record<string, (baseUrl: string) => Promise<string | undefined>> = {
	'a read': async (url) =>
		(await runNode('incident.get', incident, { credentials: token(url) })).error?.message,
	'a write': async (url) =>
		(await runNode('incidentNote.create', incident, { credentials: token(url) })).error?.message,
	'the look-up of the From user': async (url) =>
		(await runNode('incident.resolve', incident, { credentials: token(url, '') })).error?.message,
	'an OAuth connection': async (url) => {
		const parameters = { ...incident, authentication: 'oAuth2' };
		return (await runNode('incident.get', parameters, { credentials: connection(url) })).error?.message;
	},
	'the life of a trigger': async (url) => {
		const trigger = new LiveTrigger({ credentials: token(url) });
		trigger.stored = held;
		return await trigger.deactivate().then(
			() => undefined,
			(error: unknown) => String(error),
		);
	},
	'the test of an API key': async (url) =>
		(await testCredential('testToken', { region: 'custom', baseUrl: url, apiToken })).message,
	'the test of an integration key': async (url) => {
		const integrationKey = '0123456789abcdef0123456789abcdef';
		return (await testCredential('testEvents', { region: 'custom', baseUrl: url, integrationKey })).message;
	},
};

const locations: Array<[string, (elsewhere: string) => string]> = [
	['another host', (elsewhere) => `${elsewhere}/incidents/PABC123`],
	['another host without a protocol', (elsewhere) => `${elsewhere.replace('http:', '')}/users/me`],
	['another name of this host', (elsewhere) => elsewhere.replace('127.0.0.1', 'localhost')],
];

describe.each(Object.entries(senders))('%s', (_sender, send) => {
	it.each(
		locations.flatMap(([where, to]) =>
			[301, 302, 303, 307, 308].map((status) => [where, status, to] as const),
		),
	)('does not follow a redirect to %s with the key (%i)', async (_where, status, to) => {
		const { baseUrl, stranger, asked } = await redirecting(status, to);
		const words = await send(baseUrl);
		expect(asked.length).toBeGreaterThan(0);
		expect(stranger).toEqual([]);
		expect(words).toMatch(/redirect|HTTP 30\d/);
		expect(words).not.toContain(apiToken);
	});
});
