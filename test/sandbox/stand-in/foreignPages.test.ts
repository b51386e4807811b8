import { type Sandbox, sandboxIntegrationKeys, sandboxKeys, startSandbox } from '../../../sandbox';
import { authorization, callback, rawRequests, type Sent } from './rawRequests';

/** A page that a person opens in the browser must not reach a sandbox on the same machine. */

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ strict: true, hosts: ['pagerduty.example'] });
});
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

const send = rawRequests(() => sandbox.url);

const json = { 'content-type': 'application/json' };
const rest = {
	accept: 'application/vnd.pagerduty+json;version=2',
	authorization: `Token token=${sandboxKeys.account}`,
	from: sandboxKeys.userEmail,
};
const routing_key = sandboxIntegrationKeys['Checkout API'];
const alert = JSON.stringify({
	routing_key,
	event_action: 'trigger',
	payload: { summary: 'Forged', source: 'elsewhere', severity: 'critical' },
});
const change = JSON.stringify({ routing_key, payload: { summary: 'Forged' } });
/** One of each kind of route, each answering with success to whoever may ask. */
const routes: Array<[path: string, Sent?]> = [
	['/'],
	['/_sandbox/health'],
	['/_sandbox/page'],
	['/_sandbox/subscriptions'],
	['/_sandbox/trigger', { method: 'POST', headers: json, body: '{"title":"Forged"}' }],
	['/_sandbox/reset', { method: 'POST', headers: json, body: '{}' }],
	['/%5Fsandbox/subscriptions'],
	['/%5fsandbox/trigger', { method: 'POST', headers: json, body: '{"title":"Forged"}' }],
	['/incidents', { headers: rest }],
	['/%69ncidents', { headers: rest }],
	['/v2/enqueue', { method: 'POST', headers: json, body: alert }],
	['/v2/change/enqueue', { method: 'POST', headers: json, body: change }],
	[`/oauth/authorize?${authorization(callback).toString()}`],
];

const strangers: Array<[who: string, headers: Record<string, string>]> = [
	['a page on another site', { origin: 'http://elsewhere.example' }],
	['a page on another port of this machine', { origin: 'http://127.0.0.1:1' }],
	['a page in a sandboxed frame', { origin: 'null' }],
	['a name that was made to point here', { host: 'rebound.example' }],
	['a name that begins like an allowed one', { host: 'localhost.elsewhere.example' }],
	['an image or script tag elsewhere', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }],
	[
		'a frame elsewhere',
		{ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
	],
];

describe.each(routes)('%s', (path, sent = {}) => {
	it('answers a program on this machine', async () => {
		expect((await send(path, sent)).status).toBeLessThan(300);
	});

	it.each(strangers)('refuses %s', async (_who, headers) => {
		const before = sandbox.incidents().length;
		const answer = await send(path, { ...sent, headers: { ...sent.headers, ...headers } });
		expect(answer.status).toBe(403);
		expect(answer.text).not.toContain('secret');
		expect(sandbox.incidents()).toHaveLength(before);
	});
});

describe('the sandbox', () => {
	it('refuses strangers at every route that it has', async () => {
		const all = sandbox.routes().filter(({ method }) => method !== 'HEAD');
		expect(all.length).toBeGreaterThan(50);
		for (const { method, path } of all) {
			const where = path.replace(/:\w+/g, 'PABC123');
			const rebound = { ...rest, ...json, host: 'rebound.example' };
			const foreign = { ...rest, ...json, origin: 'http://elsewhere.example' };
			for (const headers of [rebound, foreign])
				expect(`${(await send(where, { method, headers })).status} ${method} ${path}`).toBe(
					`403 ${method} ${path}`,
				);
		}
	});

	it('refuses strangers on addresses that it does not have, too', async () => {
		expect((await send('/nothing')).status).toBe(404);
		expect((await send('/nothing', { headers: { host: 'rebound.example' } })).status).toBe(403);
	});

	it('answers under a host name that it was given', async () => {
		expect((await send('/incidents', { headers: { ...rest, host: 'pagerduty.example' } })).status).toBe(200);
	});

	it('answers its own page, and a person who follows a link to it', async () => {
		const headers = { origin: sandbox.url, 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors' };
		expect((await send('/_sandbox/page', { headers })).status).toBe(200);
		const link = {
			'sec-fetch-site': 'cross-site',
			'sec-fetch-mode': 'navigate',
			'sec-fetch-dest': 'document',
		};
		expect((await send('/', { headers: link })).status).toBe(200);
	});

	it('lets no page show it in a frame', async () => {
		const pages = ['/', `/oauth/authorize?${authorization(callback).toString()}`];
		for (const page of pages)
			expect((await send(page)).headers['content-security-policy']).toContain("frame-ancestors 'none'");
	});

	it.each([
		['/v2/enqueue', alert],
		['/v2/change/enqueue', change],
		['/_sandbox/trigger', '{"title":"Forged"}'],
		['/incidents', '{"incident":{}}'],
	])('takes JSON only at %s', async (path, body) => {
		const before = sandbox.incidents().length;
		for (const type of [
			'text/plain',
			'application/x-www-form-urlencoded',
			'multipart/form-data; boundary=x',
			'',
		]) {
			const headers = {
				...rest,
				...(type === '' ? {} : { 'content-type': type }),
				'transfer-encoding': 'chunked',
			};
			const answer = await send(path, { method: 'POST', headers, body });
			expect(answer.status).toBe(400);
			expect(answer.text).toContain('Content-Type must be application/json');
		}
		expect(sandbox.incidents()).toHaveLength(before);
	});
});
