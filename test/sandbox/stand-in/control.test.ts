import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { request } from 'node:http';
import { startSandbox } from '../../../sandbox';
import { Answer, caller } from './caller';

const open: Array<() => Promise<void>> = [];
const folders: string[] = [];

async function start(options: Parameters<typeof startSandbox>[0] = {}) {
	const sandbox = await startSandbox({ strict: true, ...options });
	open.push(() => sandbox.close());
	return sandbox;
}

function folder(): string {
	const path = mkdtempSync(join(tmpdir(), 'sandbox-'));
	folders.push(path);
	return path;
}

afterEach(async () => {
	for (const close of open.splice(0)) await close();
	for (const path of folders.splice(0)) rmSync(path, { recursive: true });
});

async function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
	const answer = await fetch(url, {
		method: 'POST',
		headers: { 'content-type': 'application/json', ...headers },
		body: JSON.stringify(body),
	});
	return new Answer(answer.status, answer.headers, await answer.json());
}

describe('control over HTTP', () => {
	it('drives an incident through its life without a key', async () => {
		const { url } = await start();
		const control = `${url}/_sandbox`;
		const id = (await post(`${control}/trigger`, { title: 'By hand' })).text('incident', 'id');
		await post(`${control}/incidents/${id}/note`, { text: 'Looking' });
		await post(`${control}/incidents/${id}/acknowledge`, {});
		const resolved = await post(`${control}/incidents/${id}/resolve`, {});
		expect(resolved.at('incident')).toMatchObject({ title: 'By hand', status: 'resolved' });
		const shown = await (await fetch(`${control}/incidents/${id}`)).json();
		expect(shown).toMatchObject({ notes: [{ content: 'Looking' }] });
		expect((await post(`${control}/incidents/${id}/resolve`, {})).at('error', 'code')).toBe(1001);
	});

	it('sets faults, settings and the clock, adds incidents, and resets all of it', async () => {
		const sandbox = await start();
		const control = `${sandbox.url}/_sandbox`;
		const call = caller(sandbox);
		await post(`${control}/fail`, { kind: 'status', status: 500 });
		expect((await call('GET', '/teams')).status).toBe(500);
		await post(`${control}/incidents`, { count: 60 });
		await post(`${control}/settings`, { rateLimit: { requests: 1, perMs: 1000, headers: true } });
		await post(`${control}/clock`, { advanceMs: 3_600_000 });
		const health = await fetch(`${control}/health`);
		const now = new Answer(health.status, health.headers, await health.json()).text('now');
		expect(Date.parse(now) - Date.now()).toBeGreaterThan(3_500_000);
		await post(`${control}/reset`, {});
		expect(sandbox.requests()).toHaveLength(0);
		expect((await call('GET', '/incidents?total=true')).at('total')).toBe(40);
		expect((await call('GET', '/teams')).headers.get('ratelimit-limit')).toBe('960');
		expect((await post(`${control}/settings`, { colour: 'red' })).status).toBe(400);
	});

	it('refuses other origins and other host names', async () => {
		const { url } = await start();
		const foreign = await post(`${url}/_sandbox/reset`, {}, { origin: 'http://elsewhere.example' });
		expect(foreign.status).toBe(403);
		const status = await new Promise<number | undefined>((resolve) => {
			request(`${url}/_sandbox/subscriptions`, { headers: { host: 'rebound.example' } }, (answer) => {
				answer.resume();
				resolve(answer.statusCode);
			}).end();
		});
		expect(status).toBe(403);
	});
});

describe('the state file', () => {
	it('brings incidents, notes, subscriptions with their secrets and ids over a restart', async () => {
		const stateFile = join(folder(), 'state.json');
		const first = await start({ stateFile });
		const { id } = first.trigger({ title: 'Survivor' });
		first.note(id, 'Still here');
		const created = await caller(first)('POST', '/webhook_subscriptions', {
			body: {
				webhook_subscription: {
					type: 'webhook_subscription',
					delivery_method: { type: 'http_delivery_method', url: 'http://127.0.0.1:9/hook' },
					events: ['incident.resolved'],
					filter: { type: 'account_reference' },
				},
			},
		});
		await first.close();
		open.length = 0;
		const second = await start({ stateFile });
		expect(second.incident(id)?.title).toBe('Survivor');
		expect(second.notes(id)[0]?.content).toBe('Still here');
		expect(second.subscriptions()[0]?.secrets).toEqual([
			created.at('webhook_subscription', 'delivery_method', 'secret'),
		]);
		expect(second.trigger().number).toBe((second.incident(id)?.number ?? 0) + 1);
		expect(JSON.parse(readFileSync(stateFile, 'utf8')).version).toBe(1);
	});

	it('is refused when it holds something else', async () => {
		const stateFile = join(folder(), 'state.json');
		writeFileSync(stateFile, '{"some":"thing"}');
		await expect(startSandbox({ stateFile })).rejects.toThrow('delete it to begin anew');
	});
});

describe('the page', () => {
	it('shows incidents with buttons, notes and deliveries, all text escaped', async () => {
		const sandbox = await start({ seed: 'empty' });
		const { id } = sandbox.trigger({ title: '<img src=x onerror=alert(1)>' });
		sandbox.note(id, '"><script>alert(2)</script>');
		const page = await (await fetch(sandbox.url)).text();
		const rows = JSON.stringify(await (await fetch(`${sandbox.url}/_sandbox/page`)).json());
		for (const text of [page, rows]) {
			expect(text).not.toContain('<img src=x');
			expect(text).not.toContain('<script>alert');
			expect(text).toContain('&lt;img src=x onerror=alert(1)&gt;');
		}
		expect(page).toContain(`data-post="/incidents/${id}/acknowledge"`);
	});

	it.each(['', '   '])('makes no incident of the title "%s", and says what is missing', async (title) => {
		const sandbox = await start();
		const before = sandbox.incidents().length;
		const answer = await post(`${sandbox.url}/_sandbox/trigger`, { title });
		expect(answer.status).toBe(400);
		expect(answer.at('error', 'errors')).toEqual(['title: enter what is wrong']);
		expect(sandbox.incidents()).toHaveLength(before);
		expect(await (await fetch(sandbox.url)).text()).toMatch(/name="title"[^>]* required/);
	});

	it('links to the n8n that was started with it, and to none otherwise', async () => {
		const page = async (n8nUrl?: string) => await (await fetch((await start({ n8nUrl })).url)).text();
		expect(await page('http://127.0.0.1:5678')).toContain('href="http://127.0.0.1:5678"');
		expect(await page()).not.toContain('Open n8n');
	});

	it('is told of changes as they happen', async () => {
		const sandbox = await start();
		const stop = new AbortController();
		const stream = await fetch(`${sandbox.url}/_sandbox/stream`, { signal: stop.signal });
		const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
		await reader?.read();
		sandbox.trigger();
		expect((await reader?.read())?.value).toContain('data: changed');
		stop.abort();
	});
});
