/** `npm start`: brings what is missing, then runs the PagerDuty sandbox and an n8n with the package, ready to click. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describeCache } from './demo/cache.mjs';
import { demoCredentials, ensureCredentials } from './demo/credentials.mjs';
import { greeting } from './demo/greeting.mjs';
import { demoOptions, usage } from './demo/options.mjs';
import {
	closeDemoFolder,
	demoFolder,
	demoLock,
	forgetDemo,
	readRecord,
	writeRecord,
} from './demo/record.mjs';
import { confirmReset } from './demo/reset.mjs';
import { startSandbox } from './demo/sandbox.mjs';
import { ensureWorkflows } from './demo/templates.mjs';
import { Advice, runMain } from './host/advice.mjs';
import { stopCommands } from './host/command.mjs';
import { withFileLock } from './host/fileLock.mjs';
import { ensureN8n, ensureProject, requireNode20 } from './host/index.mjs';
import { n8nClient } from './host/n8nClient.mjs';
import { freePort } from './host/ports.mjs';
import { withProgress } from './host/progress.mjs';
import { startN8n } from './host/runN8n.mjs';
import { ensurePack } from './package/pack.mjs';

const servers = [];

async function choosePort(given, last, otherwise, what, except) {
	const wanted = given ?? (last ? Number(new URL(last).port) : otherwise);
	const port = await freePort(wanted, except);
	if (port !== wanted) console.error(`Port ${wanted} is taken: ${what} listens on ${port}.`);
	return port;
}

async function demo(options) {
	if (options.reset) {
		const { workflows } = await readRecord();
		if (await confirmReset({ folder: demoFolder, workflows, yes: options.yes })) await forgetDemo();
	}
	const record = await readRecord();
	await writeRecord(record);
	const pack = await ensurePack();
	// What n8n and the sandbox write from here on (databases, keys, logs) is for this user only.
	process.umask(0o077);
	const cache = describeCache();
	const { href } = new URL(`file://${pack.sandboxKeys}`);
	const keys = await import(href);

	const sandboxPort = await choosePort(options.sandboxPort, record.sandboxUrl, 8640, 'the sandbox');
	const port = await choosePort(options.port, record.n8nUrl, 5678, 'n8n', [sandboxPort]);
	const sandbox = await withProgress('Starting the PagerDuty sandbox', () =>
		startSandbox({ main: pack.sandboxMain, port: sandboxPort, n8nUrl: `http://127.0.0.1:${port}` }),
	);
	servers.push(sandbox);

	const userFolder = join(demoFolder, 'n8n');
	const fresh = record.tarballHash !== pack.tarballHash || !existsSync(userFolder);
	const n8n = await withProgress('Starting n8n', () =>
		startN8n({ userFolder, port, ...(fresh && { tarball: pack.tarball }) }),
	);
	servers.push(n8n);

	const client = n8nClient(n8n.url);
	const urls = { n8nUrl: n8n.url, sandboxUrl: sandbox.url };
	await client.login(record.login);
	record.tarballHash = pack.tarballHash;
	try {
		await ensureCredentials(client, record, demoCredentials(sandbox, keys));
		const workflows = await ensureWorkflows(client, record, urls);
		Object.assign(record, urls);
		console.log(greeting({ ...urls, login: record.login, workflows, cache: await cache }));
	} finally {
		// Also after a failure: what was made must not be made a second time.
		await writeRecord(record);
	}
	const ended = (what, log) => () => {
		throw new Advice(`${what} has ended by itself. Its last words are in ${join(demoFolder, log)}.`);
	};
	await Promise.race([
		n8n.exited.then(ended('n8n', 'n8n/n8n.log')),
		sandbox.exited.then(ended('The sandbox', 'sandbox.log')),
	]);
}

let ending = false;
async function end() {
	if (ending) return;
	ending = true;
	console.error('\nEnding n8n and the sandbox.');
	stopCommands();
	await Promise.all(servers.map((server) => server.stop()));
	process.exit(0);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end);

await runMain(async () => {
	requireNode20();
	const options = demoOptions(process.argv.slice(2));
	if (options.help) return console.log(usage);
	await ensureProject();
	await ensureN8n();
	const refuse = (holder) => {
		throw new Advice(
			`The demo of this checkout is running already (process ${holder}). End that one first, with Ctrl-C.`,
		);
	};
	await closeDemoFolder();
	await withFileLock(demoLock, () => demo(options), refuse).catch((error) => {
		// Being told to end makes the servers end, which is then no fault.
		if (!ending) throw error;
		return new Promise(() => {});
	});
});
