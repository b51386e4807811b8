import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

import { type Sandbox, startSandbox } from '../../sandbox';
import { nativeImport } from '../support/nativeImport';

const run = promisify(execFile);

/** The first run fetches the clients. */
export const installing = 300_000;

type Installer = {
	ensureLocked(packages: { name: string; what: string; from: string }): Promise<string>;
};

/** A lenient sandbox, and PagerDuty's clients from npm, which take it for PagerDuty. */
export interface Clients {
	readonly sandbox: Sandbox;
	/** The names of all functions of a client, such as `incidents.listIncidents`. */
	functions(client: string): Promise<string[]>;
	/** Calls functions of a client one after another and gives what each answered; null for a refusal. */
	call(client: string, token: string, ...calls: Call[]): Promise<unknown[]>;
	/** Runs PagerDuty's command line program and gives what it printed. @throws when it ends with an error */
	pd(...args: string[]): Promise<string>;
	/**
	 * Requests since the last reset that were refused for any other reason than that the sandbox has no such route
	 * (yet), such as `PUT /incidents/Q123 → 400`.
	 */
	refusals(): string[];
	close(): Promise<void>;
}

/** A function and its arguments. */
export type Call = [path: string, ...args: unknown[]];

/** @throws when the network is missing on the first run */
export async function openClients(): Promise<Clients> {
	const { ensureLocked } = await nativeImport<Installer>('scripts/test/lockedFolder.mjs');
	const folder = await ensureLocked({ name: 'clients', what: "PagerDuty's own clients", from: __dirname });
	const hosts = ['api.pagerduty.com', 'events.pagerduty.com'];
	const sandbox = await startSandbox({ hosts });
	const home = await mkdtemp(join(tmpdir(), 'pagerduty-clients-'));
	const redirect = pathToFileURL(join(__dirname, 'toSandbox.mjs')).href;
	const env = {
		PATH: process.env.PATH,
		HOME: home,
		XDG_CONFIG_HOME: home,
		XDG_CACHE_HOME: home,
		XDG_DATA_HOME: home,
		SANDBOX_URL: sandbox.url,
		NODE_OPTIONS: `--import=${redirect}`,
	};
	// pd asks npm for its newest version unless it did so lately.
	await mkdir(join(home, 'pagerduty-cli'));
	await writeFile(join(home, 'pagerduty-cli', 'version'), '{}');
	const node = async (...args: string[]) =>
		(await run(process.execPath, args, { env, maxBuffer: 20_000_000 })).stdout;
	const ask = async (client: string, task: object): Promise<unknown> =>
		JSON.parse(await node(join(__dirname, 'callClient.mjs'), folder, client, JSON.stringify(task)));
	return {
		sandbox,
		functions: async (client) => (await ask(client, { token: '' })) as string[],
		call: async (client, token, ...calls) => (await ask(client, { token, calls })) as unknown[],
		pd: async (...args) => await node(join(folder, 'node_modules', 'pagerduty-cli', 'bin', 'run'), ...args),
		refusals: () =>
			sandbox
				.requests()
				.filter(({ status }) => status === null || status >= 400)
				.filter(({ status, method, path }) => status !== 404 || isRoute(sandbox, method, path))
				.map(({ method, path, status }) => `${method} ${path} → ${status}`),
		async close() {
			await sandbox.close();
			await rm(home, { recursive: true, force: true });
		},
	};
}

const isRoute = (sandbox: Sandbox, method: string, path: string): boolean =>
	sandbox
		.routes()
		.some(
			(route) =>
				route.method === method && new RegExp(`^${route.path.replace(/:\w+/g, '[^/]+')}$`).test(path),
		);
