/** `npm start`: brings what is missing, then runs the PagerDuty sandbox and an n8n with the package, ready to click. */
import { join } from 'node:path';
import { describeCache } from './demo/cache.mjs';
import { greeting } from './demo/greeting.mjs';
import { demoOptions, usage } from './demo/options.mjs';
import { closeDemoFolder, demoFolder, demoLock, forgetDemo, readRecord } from './demo/record.mjs';
import { confirmReset } from './demo/reset.mjs';
import { runDemo } from './demo/run.mjs';
import { Advice, runMain } from './host/advice.mjs';
import { stopCommands } from './host/command.mjs';
import { withFileLock } from './host/fileLock.mjs';
import { ensureN8n, ensureProject, requireNode20 } from './host/index.mjs';

const servers = [];

async function demo(options) {
	if (options.reset) {
		const { workflows } = await readRecord();
		if (await confirmReset({ folder: demoFolder, workflows, yes: options.yes })) await forgetDemo();
	}
	const cache = describeCache();
	const { n8n, sandbox, login, workflows } = await runDemo(options, servers);
	console.log(greeting({ n8nUrl: n8n.url, sandboxUrl: sandbox.url, login, workflows, cache: await cache }));
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
