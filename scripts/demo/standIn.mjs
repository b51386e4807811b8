import { join } from 'node:path';
import { ensureNode24, node24Environment } from '../host/index.mjs';
import { startServer } from '../host/server.mjs';
import { demoFolder } from './record.mjs';

/**
 * Starts the stand-in for PagerDuty as a program of its own; its incidents, subscriptions and tokens survive a restart.
 *
 * @param {{ main: string, port: number }} options `main` is the built program
 * @returns {Promise<{ url: string, stop(): Promise<void>, exited: Promise<number> }>}
 */
export async function startStandIn({ main, port }) {
	const nodeBin = await ensureNode24();
	const url = `http://127.0.0.1:${port}`;
	const server = await startServer({
		name: 'The stand-in for PagerDuty',
		command: [
			join(nodeBin, 'node'),
			main,
			'--port',
			String(port),
			'--state',
			join(demoFolder, 'sandbox.json'),
		],
		env: node24Environment(nodeBin),
		logFile: join(demoFolder, 'sandbox.log'),
		isReady: async () => (await fetch(`${url}/_sandbox/health`)).ok,
		timeoutMs: 30_000,
	});
	return { url, ...server };
}
