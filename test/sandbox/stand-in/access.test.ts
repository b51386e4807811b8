import { type Sandbox, sandboxKeys, startSandbox } from '../../../sandbox';
import { caller } from './caller';

let sandbox: Sandbox;
let call: ReturnType<typeof caller>;

beforeAll(async () => {
	sandbox = await startSandbox({ strict: true });
	call = caller(sandbox);
});
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

const newIncident = () => ({
	incident: {
		type: 'incident',
		title: 'The server is on fire',
		service: { id: sandbox.services()[0]?.id, type: 'service_reference' },
	},
});

describe('API keys', () => {
	it.each([null, sandboxKeys.revoked, 'nonsense'])(
		'refuses the key %s with 401 and code 2006',
		async (key) => {
			const answer = await call('GET', '/services', { key });
			expect(answer.status).toBe(401);
			expect(answer.at('error', 'code')).toBe(2006);
		},
	);

	it('lets a read-only key read and refuses its writes with 403', async () => {
		expect((await call('GET', '/services', { key: sandboxKeys.readOnly })).status).toBe(200);
		const answer = await call('POST', '/incidents', { key: sandboxKeys.readOnly, body: newIncident() });
		expect(answer.status).toBe(403);
		expect(answer.at('error', 'code')).toBe(2010);
	});

	it('knows the user of a user key, and no user behind an account key', async () => {
		const mine = await call('GET', '/users/me', { key: sandboxKeys.user });
		expect(mine.at('user', 'email')).toBe(sandboxKeys.userEmail);
		expect((await call('GET', '/users/me')).status).toBe(400);
	});

	it('says in a plain text that nobody is behind an account key', async () => {
		const { body } = await call('GET', '/users/me');
		expect(body).toEqual({ error: expect.stringContaining('account-level access token') });
	});

	it('refuses a request without the Accept header of version 2', async () => {
		const answer = await call('GET', '/services', { headers: { accept: '*/*' } });
		expect(answer.status).toBe(400);
	});
});

describe('the From header', () => {
	it.each([null, 'nobody@harborline.example'])('refuses a write from %s with code 1008', async (from) => {
		const answer = await call('POST', '/incidents', { from, body: newIncident() });
		expect(answer.status).toBe(400);
		expect(answer.at('error')).toMatchObject({ code: 1008, message: 'Requester User Not Found' });
	});

	it('is not needed with a user key', async () => {
		const answer = await call('POST', '/incidents', {
			key: sandboxKeys.user,
			from: null,
			body: newIncident(),
		});
		expect(answer.status).toBe(201);
		expect(answer.at('incident', 'last_status_change_by', 'summary')).toBe('Maya Lindqvist');
	});
});

describe('the rate limit', () => {
	it('refuses what is over the limit with 429 and says when the window ends', async () => {
		sandbox.settings({ rateLimit: { requests: 2, perMs: 5_000, headers: true } });
		expect((await call('GET', '/teams')).headers.get('ratelimit-remaining')).toBe('1');
		await call('GET', '/teams');
		const refused = await call('GET', '/teams');
		expect(refused.status).toBe(429);
		expect(refused.at('error', 'code')).toBe(2020);
		expect(refused.headers.get('ratelimit-limit')).toBe('2');
		expect(refused.headers.get('ratelimit-remaining')).toBe('0');
		expect(Number(refused.headers.get('ratelimit-reset'))).toBeGreaterThan(0);
		expect((await call('GET', '/teams', { key: sandboxKeys.user })).status).toBe(200);
		await sandbox.advance(5_000);
		expect((await call('GET', '/teams')).status).toBe(200);
	});

	it('can leave its headers out', async () => {
		sandbox.settings({ rateLimit: { requests: 1, perMs: 5_000, headers: false } });
		await call('GET', '/teams');
		const refused = await call('GET', '/teams');
		expect(refused.status).toBe(429);
		expect(refused.headers.get('ratelimit-reset')).toBeNull();
	});
});

it.each(['/teams', '/teams/PNOWHERE', '/nothing', '/users/me'])(
	'gives every answer an ID of its own: %s',
	async (path) => {
		const ids = [await call('GET', path), await call('GET', path)].map(({ headers }) =>
			headers.get('x-request-id'),
		);
		expect(ids[0]).toMatch(/^[0-9a-f-]{36}$/);
		expect(ids[1]).not.toBe(ids[0]);
	},
);

describe('strictness', () => {
	it('refuses unknown query parameters, and parameters given twice', async () => {
		const unknown = await call('GET', '/services?search=checkout');
		expect(unknown.status).toBe(400);
		expect(unknown.text('error', 'errors', 0)).toContain('unknown parameter search');
		expect((await call('GET', '/services?limit=1&limit=2')).status).toBe(400);
	});

	it('refuses unknown body fields at any depth', async () => {
		const body = newIncident();
		const answer = await call('POST', '/incidents', {
			body: { incident: { ...body.incident, service: { ...body.incident.service, nickname: 'x' } } },
		});
		expect(answer.status).toBe(400);
		expect(answer.text('error', 'errors', 0)).toBe('incident.service: unknown parameter nickname');
	});

	it('refuses a body that is no JSON', async () => {
		const answer = await fetch(`${sandbox.url}/incidents`, {
			method: 'POST',
			headers: { authorization: `Token token=${sandboxKeys.account}`, 'content-type': 'application/json' },
			body: '{',
		});
		expect(answer.status).toBe(400);
		expect(await answer.json()).toMatchObject({ error: { code: 2001 } });
	});
});
