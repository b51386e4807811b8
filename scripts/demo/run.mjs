import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { n8nClient } from '../host/n8nClient.mjs';
import { freePort } from '../host/ports.mjs';
import { withProgress } from '../host/progress.mjs';
import { startN8n } from '../host/runN8n.mjs';
import { ensurePack } from '../package/pack.mjs';
import { demoCredentials, ensureCredentials } from './credentials.mjs';
import { usualPorts } from './options.mjs';
import { demoFolder, readRecord, writeRecord } from './record.mjs';
import { startSandbox } from './sandbox.mjs';
import { ensureWorkflows } from './workflows.mjs';

/**
 * Runs the sandbox and an n8n with the package and the templates in it. They continue where the last ones stopped.
 *
 * @param {{ port?: number, sandboxPort?: number, mailPort?: number }} options ports that were chosen
 * @param {{ stop(): Promise<void> }[]} servers filled as they start: whoever ends the demo stops them
 * @returns {Promise<{ n8n: Awaited<ReturnType<typeof startN8n>>, sandbox: Awaited<ReturnType<typeof startSandbox>>,
 * client: ReturnType<typeof n8nClient>, login: { email: string, password: string },
 * workflows: import('./workflows.mjs').DemoWorkflow[] }>} `client` is logged in
 */
export async function runDemo(options, servers) {
	const record = await readRecord();
	await writeRecord(record);
	const pack = await ensurePack();
	// What n8n and the sandbox write from here on (databases, keys, logs) is for this user only.
	process.umask(0o077);
	const { port, ...sandboxPorts } = await choosePorts(options, record);
	const sandbox = await withProgress('Starting the PagerDuty sandbox', () =>
		startSandbox({ main: pack.sandboxMain, ...sandboxPorts, n8nUrl: `http://127.0.0.1:${port}` }),
	);
	servers.push(sandbox);
	const n8n = await withProgress('Starting n8n', () => bootN8n(record, pack, port));
	servers.push(n8n);

	const client = n8nClient(n8n.url);
	await client.login(record.login);
	record.tarballHash = pack.tarballHash;
	try {
		const keys = await import(pathToFileURL(pack.sandboxKeys).href);
		const place = { n8nUrl: n8n.url, sandboxUrl: sandbox.url, mailPort: sandbox.mailPort };
		const workflows = await withProgress('Importing the templates', () =>
			fillN8n(client, record, place, keys),
		);
		return { n8n, sandbox, client, login: record.login, workflows };
	} finally {
		// Also after a failure: what was made must not be made a second time.
		await writeRecord(record);
	}
}

async function choosePorts({ port, sandboxPort, mailPort }, record) {
	const taken = [];
	const choose = async (what, given, last, usual) => {
		const wanted = given ?? last ?? usual;
		const free = await freePort(wanted, taken);
		if (free !== wanted) console.error(`Port ${wanted} is taken: ${what} listens on ${free}.`);
		taken.push(free);
		return free;
	};
	const portOf = (url) => url && Number(new URL(url).port);
	return {
		sandboxPort: await choose('the sandbox', sandboxPort, portOf(record.sandboxUrl), usualPorts.sandbox),
		mailPort: await choose("the sandbox's mail server", mailPort, record.mailPort, usualPorts.mail),
		port: await choose('n8n', port, portOf(record.n8nUrl), usualPorts.n8n),
	};
}

async function bootN8n(record, pack, port) {
	const userFolder = join(demoFolder, 'n8n');
	const isNew = !existsSync(userFolder);
	// Somebody has deleted that folder: nothing of what the record says is there any more.
	if (isNew) Object.assign(record, { credentials: {}, workflows: {}, unfinished: [] });
	const fresh = isNew || record.tarballHash !== pack.tarballHash;
	return await startN8n({ userFolder, port, ...(fresh && { tarball: pack.tarball }) });
}

/**
 * Makes what the demo holds, and lets what is there follow to new addresses.
 *
 * @param {ReturnType<typeof n8nClient>} client
 * @param {import('./record.mjs').DemoRecord} record changed; it says where things are only once everything has followed
 * @param {{ n8nUrl: string, sandboxUrl: string, mailPort: number }} place where they listen now
 * @param {object} keys what the sandbox accepts
 * @param {() => Promise<void>} [save] of the record
 * @returns {Promise<import('./workflows.mjs').DemoWorkflow[]>}
 */
export async function fillN8n(client, record, place, keys, save = () => writeRecord(record)) {
	const credentialsAt = ({ sandboxUrl, mailPort }) => demoCredentials({ url: sandboxUrl, mailPort }, keys);
	await ensureCredentials(client, record, credentialsAt(place), credentialsAt(record));
	const workflows = await ensureWorkflows(client, record, place, save);
	Object.assign(record, place);
	return workflows;
}
