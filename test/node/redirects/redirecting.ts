import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { apiToken } from '../pagerDutyNode';

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

/**
 * A PagerDuty that sends everybody somewhere else, with what came there and what came to itself.
 *
 * @param only where a redirect stands; everything else is refused with 401
 */
export async function redirecting(status: number, location: (elsewhere: string) => string, only = '/') {
	const stranger: string[] = [];
	const asked: string[] = [];
	const elsewhere = await serve((request, response) => {
		const heard = `${request.method} ${request.url} ${JSON.stringify(request.headers)}`;
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			stranger.push(`${heard} ${Buffer.concat(chunks).toString()}`);
			response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
		});
	});
	const baseUrl = await serve((request, response) => {
		asked.push(String(request.headers.authorization ?? ''));
		if (!request.url?.startsWith(only)) return response.writeHead(401).end('{}');
		return response.writeHead(status, { location: location(elsewhere) }).end();
	});
	return { baseUrl, stranger, asked };
}

/** The statuses of a redirect. 307 and 308 ask for the same request again, with its body. */
const statuses = [301, 302, 303, 307, 308];

const locations: Array<[string, (elsewhere: string) => string]> = [
	['another host', (elsewhere) => `${elsewhere}/incidents/PABC123`],
	['another host without a protocol', (elsewhere) => `${elsewhere.replace('http:', '')}/users/me`],
	['another name of this host', (elsewhere) => elsewhere.replace('127.0.0.1', 'localhost')],
];

/** Something that sends a key to an address, and how it puts the redirect into words. */
export type Sender = (baseUrl: string) => Promise<string | undefined>;

/** The words of what must fail. */
export const words = async (failing: Promise<unknown>): Promise<string | undefined> =>
	await failing.then(
		() => undefined,
		(error: unknown) => String(error),
	);

/** Tests that none of these takes the key to where a redirect leads. */
export function expectToStay(senders: Record<string, Sender>): void {
	describe.each(Object.entries(senders))('%s', (_sender, send) => {
		it.each(locations.flatMap(([where, to]) => statuses.map((status) => [where, status, to] as const)))(
			'does not follow a redirect to %s with the key (%i)',
			async (_where, status, to) => {
				const { baseUrl, stranger, asked } = await redirecting(status, to);
				const said = await send(baseUrl);
				expect(asked.length).toBeGreaterThan(0);
				expect(stranger).toEqual([]);
				expect(said).toMatch(/redirect|HTTP 30\d/);
				expect(said).not.toContain(apiToken);
			},
		);
	});
}

/** An API key that opens this address. */
export const token = (baseUrl: string, fromEmail = 'ada@example.com') => ({
	pagerDutyTokenApi: { region: 'custom', baseUrl, apiToken, fromEmail },
});

/** The same as an OAuth connection; its secrets are those of {@link oAuthSecrets}. */
export const connection = (baseUrl: string) => ({
	pagerDutyAppOAuth2Api: {
		region: 'custom',
		baseUrl,
		grantType: 'pkce',
		clientId: 'client',
		clientSecret: oAuthSecrets.clientSecret,
		oauthTokenData: {
			access_token: apiToken,
			refresh_token: oAuthSecrets.refreshToken,
			token_type: 'bearer',
		},
	},
});

export const oAuthSecrets = { clientSecret: 'client-secret-1', refreshToken: 'refresh-3' };
