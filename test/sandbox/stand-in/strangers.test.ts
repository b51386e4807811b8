import { type Sandbox, sandboxKeys, startSandbox } from '../../../sandbox';
import { rawSender, type Sent } from './rawSender';

let sandbox: Sandbox;
let sender: ReturnType<typeof rawSender>;
const send = (request: Sent) => sender.send(request);

beforeAll(async () => {
	sandbox = await startSandbox({ hostNames: ['pagerduty.proxy.example'] });
	sender = rawSender(sandbox);
});
beforeEach(() => sandbox.reset());
afterAll(async () => {
	sender.close();
	await sandbox.close();
});

/** All that a stranger could have changed. */
const state = () =>
	JSON.stringify([
		sandbox.incidents(),
		sandbox.subscriptions(),
		sandbox.deliveries(),
		sandbox.requests().map(({ path, fault }) => ({ path, fault })),
		sandbox.services(),
	]);

/** A path with its first letter spelled otherwise, and with each underscore so: the same route to a server that decodes. */
const spellings = (path: string) => [
	path,
	path.replace(/[a-z_]/, (letter) => `%${letter.charCodeAt(0).toString(16)}`),
	path.replace(/_/g, '%5F'),
];

interface Route {
	method: string;
	path: string;
}

const everyRoute = (): Route[] => [
	...sandbox.routes().map(({ method, path }) => ({ method, path: path.replace(/:\w+/g, 'PABC123') })),
	{ method: 'GET', path: '/nowhere' },
	{ method: 'POST', path: '/_sandbox/nowhere' },
	{ method: 'OPTIONS', path: '/v2/enqueue' },
];

/** Whoever calls with these headers gets 403 from every route, however its path is spelled, and nothing has changed. */
async function expectRefused(headers: Record<string, string>, routes = everyRoute()): Promise<void> {
	const authorization = `Token token=${sandboxKeys.account}`;
	const json = { 'content-type': 'application/json', authorization };
	const before = state();
	const calls = routes.flatMap(({ method, path }) =>
		[...new Set(spellings(path))].map(async (spelling) => {
			const body = method === 'POST' || method === 'PUT' ? '{}' : undefined;
			const sent = { method, path: spelling, headers: { ...(body && json), ...headers }, body };
			const answer = await send(sent);
			return answer.status === 403 ? '' : `${method} ${spelling}: ${answer.status}`;
		}),
	);
	expect(calls.length).toBeGreaterThanOrEqual(routes.length);
	expect((await Promise.all(calls)).filter(Boolean)).toEqual([]);
	expect(state()).toBe(before);
}

it('knows its own routes', () => {
	const paths = everyRoute().map(({ method, path }) => `${method} ${path}`);
	expect(paths).toEqual(
		expect.arrayContaining(['GET /', 'POST /v2/enqueue', 'POST /oauth/token', 'POST /_sandbox/trigger']),
	);
	expect(paths.length).toBeGreaterThan(60);
});

describe('every route, and an address that is none', () => {
	it.each([
		'rebound.example',
		'rebound.example:8640',
		'127.0.0.1.rebound.example',
		'localhost.rebound.example',
		'127.0.0.1:8640@rebound.example',
		'0.0.0.0',
	])('refuses the host name %s, which only points here', async (name) => {
		await expectRefused({ host: name });
	});

	it.each([
		'http://elsewhere.example',
		'http://127.0.0.1:1',
		'http://localhost',
		'https://127.0.0.1',
		'null',
		'',
	])('refuses the origin "%s"', async (origin) => {
		await expectRefused({ origin });
	});

	it.each([
		{ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' },
		{ 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' },
		{ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
	])('refuses what a browser marks as sent by another site: %j', async (headers) => {
		await expectRefused(headers);
	});

	it('follows a link of another site to a page only, which no frame shows', async () => {
		const link = {
			'sec-fetch-site': 'cross-site',
			'sec-fetch-mode': 'navigate',
			'sec-fetch-dest': 'document',
		};
		const isPage = ({ method, path }: Route) =>
			(method === 'GET' || method === 'HEAD') && ['/', '/oauth/authorize'].includes(path);
		await expectRefused(
			link,
			everyRoute().filter((route) => !isPage(route)),
		);
		const page = await send({ method: 'GET', path: '/', headers: link });
		expect(page.status).toBe(200);
		expect(page.headers['x-frame-options']).toBe('DENY');
	});
});

describe('bodies', () => {
	it.each([
		'text/plain',
		'application/x-www-form-urlencoded',
		'multipart/form-data; boundary=x',
		'text/json',
		'',
	])('of the type "%s", which any page may send, are not read as JSON by any route', async (type) => {
		const isForm = (path: string) => path.startsWith('/oauth/') && type.includes('urlencoded');
		const routes = everyRoute().filter(
			({ method, path }) =>
				['POST', 'PUT', 'DELETE'].includes(method) && !path.endsWith('nowhere') && !isForm(path),
		);
		const before = state();
		const answers = await Promise.all(
			routes.map(async ({ method, path }) => {
				const headers = {
					authorization: `Token token=${sandboxKeys.account}`,
					...(type && { 'content-type': type }),
				};
				const answer = await send({ method, path, headers, body: '{"title":"Wrong type"}' });
				return `${method} ${path}: ${answer.status}`;
			}),
		);
		expect(answers.filter((answer) => !answer.endsWith(' 415'))).toEqual([]);
		expect(JSON.parse(state()).slice(0, 3)).toEqual(JSON.parse(before).slice(0, 3));
	});

	it('reach the Events API as JSON, as clients of PagerDuty send them', async () => {
		const [service] = sandbox.services();
		const event = {
			routing_key: service?.integration.key,
			event_action: 'trigger',
			payload: { summary: 'Disk full', source: 'db-1', severity: 'critical' },
		};
		const headers = { 'content-type': 'application/json; charset=utf-8' };
		const answer = await send({ method: 'POST', path: '/v2/enqueue', headers, body: JSON.stringify(event) });
		expect(answer.status).toBe(202);
	});
});

describe('people and programs of this machine', () => {
	it.each(['localhost', 'LOCALHOST', '127.0.0.1', '[::1]', 'pagerduty.proxy.example'])(
		'reach it as %s, with any port',
		async (name) => {
			for (const named of [name, `${name}:4711`])
				expect(
					(await send({ method: 'GET', path: '/_sandbox/health', headers: { host: named } })).status,
				).toBe(200);
		},
	);

	it('may use its page, whose requests come from its own origin', async () => {
		const own = { origin: sandbox.url, 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors' };
		const headers = { ...own, 'content-type': 'application/json' };
		const answer = await send({
			method: 'POST',
			path: '/_sandbox/trigger',
			headers,
			body: '{"title":"By hand"}',
		});
		expect(answer.status).toBe(200);
		expect(sandbox.incidents().some(({ title }) => title === 'By hand')).toBe(true);
	});
});
