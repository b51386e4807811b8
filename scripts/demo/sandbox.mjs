import { join } from 'node:path';
import { ensureNode24, node24Environment } from '../host/index.mjs';
import { startServer } from '../host/server.mjs';
import { demoFolder } from './record.mjs';

/**
 * Starts the PagerDuty sandbox as a program of its own; its incidents, subscriptions and tokens survive a restart.
 *
 * @param {{ main: string, sandboxPort: number, mailPort: number, n8nUrl: string }} options `main` is the built program, `n8nUrl`
 * what its page links to
 * @returns {Promise<{ url: string, mailPort: number, stop(): Promise<void>, exited: Promise<number> }>}
 */
export async function startSandbox({ main, sandboxPort, mailPort, n8nUrl }) {
	const nodeBin = await ensureNode24();
	const url = `http://127.0.0.1:${sandboxPort}`;
	const state = join(demoFolder, 'sandbox.json');
	const ports = ['--port', String(sandboxPort), '--mail-port', String(mailPort)];
	const server = await startServer({
		name: 'The PagerDuty sandbox',
		command: [join(nodeBin, 'node'), main, ...ports, '--state', state, '--n8n', n8nUrl],
		env: node24Environment(nodeBin),
		logFile: join(demoFolder, 'sandbox.log'),
		isReady: async () => (await fetch(`${url}/_sandbox/health`)).ok,
		timeoutMs: 30_000,
	});
	return { url, mailPort, ...server };
}
