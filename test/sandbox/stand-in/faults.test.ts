import { type Sandbox, startSandbox } from '../../../sandbox';
import { caller } from './caller';

let sandbox: Sandbox;
let call: ReturnType<typeof caller>;

beforeAll(async () => {
	sandbox = await startSandbox({ strict: true });
	call = caller(sandbox);
});
beforeEach(() => sandbox.reset('empty'));
afterAll(async () => await sandbox.close());

const create = () =>
	call('POST', '/incidents', {
		body: {
			incident: {
				type: 'incident',
				title: 'Disk full',
				service: { id: sandbox.services()[0]?.id, type: 'service_reference' },
			},
		},
	});

it('answers with a status for so many requests, after letting some pass', async () => {
	sandbox.fail({
		kind: 'status',
		status: 503,
		skip: 1,
		times: 2,
		path: '/teams',
		headers: { 'retry-after': '3' },
	});
	const answers = [];
	for (let count = 0; count < 4; count++) answers.push(await call('GET', '/teams'));
	expect(answers.map(({ status }) => status)).toEqual([200, 503, 503, 200]);
	expect(answers[1]?.headers.get('retry-after')).toBe('3');
	expect((await call('GET', '/users')).status).toBe(200);
});

it('breaks the connection before anything happened', async () => {
	sandbox.fail({ kind: 'reset', method: 'POST' });
	await expect(create()).rejects.toThrow();
	expect(sandbox.incidents()).toHaveLength(0);
	expect(sandbox.requests().at(-1)).toMatchObject({
		status: null,
		body: { incident: { title: 'Disk full' } },
	});
});

it('breaks the connection after the request took effect', async () => {
	sandbox.fail({ kind: 'reset', when: 'after' });
	await expect(create()).rejects.toThrow();
	expect(sandbox.incidents()).toHaveLength(1);
});

it('answers with an error although the request took effect', async () => {
	sandbox.fail({ kind: 'status', status: 502, when: 'after', headers: { 'retry-after': '1' } });
	const answer = await create();
	expect(answer.status).toBe(502);
	expect(answer.headers.get('retry-after')).toBe('1');
	expect(sandbox.incidents()).toHaveLength(1);
	expect(sandbox.requests().at(-1)?.status).toBe(502);
});

it('breaks off in the middle of an answer', async () => {
	sandbox.fail({ kind: 'truncate', when: 'after' });
	await expect(call('GET', '/teams')).rejects.toThrow();
});

it('never answers', async () => {
	sandbox.fail({ kind: 'timeout' });
	const signal = AbortSignal.timeout(100);
	await expect(fetch(`${sandbox.url}/teams`, { signal })).rejects.toThrow('timeout');
});

it('answers with any body', async () => {
	sandbox.fail({ kind: 'body', body: '<html>proxy</html>' });
	await expect(call('GET', '/teams')).rejects.toThrow('JSON');
	sandbox.fail({ kind: 'body', body: { teams: 'none' } });
	expect((await call('GET', '/teams')).body).toEqual({ teams: 'none' });
});

it('forgets what has not gone wrong yet, and remembers what has', async () => {
	sandbox.fail({ kind: 'status', status: 503, times: 9 });
	expect((await call('GET', '/teams')).status).toBe(503);
	sandbox.recover();
	expect((await call('GET', '/teams')).status).toBe(200);
	expect(sandbox.requests().map(({ fault }) => fault)).toEqual(['status', null]);
});

it('can hold back every answer', async () => {
	sandbox.settings({ latencyMs: 60 });
	const started = Date.now();
	await call('GET', '/teams');
	expect(Date.now() - started).toBeGreaterThanOrEqual(55);
});

it('records what it was asked', async () => {
	await call('GET', '/services?query=check&team_ids[]=P1');
	expect(sandbox.requests()).toEqual([
		expect.objectContaining({
			method: 'GET',
			path: '/services',
			query: 'query=check&team_ids[]=P1',
			status: 200,
		}),
	]);
	expect(sandbox.requests()[0]?.headers.authorization).toMatch(/^Token token=/);
});
