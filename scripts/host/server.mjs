import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Advice } from './advice.mjs';

const GUARD = fileURLToPath(new URL('./guard.mjs', import.meta.url));

/**
 * Starts a server that ends with this process, however this process ends, and waits until it is ready. What it
 * writes goes to a file, so nothing here has to keep reading it and it never blocks on a full pipe.
 *
 * @param {object} options
 * @param {string} options.name for messages
 * @param {string[]} options.command program and arguments
 * @param {NodeJS.ProcessEnv} options.env
 * @param {string} options.logFile written anew
 * @param {() => Promise<boolean>} options.isReady asked until it says yes
 * @param {number} [options.timeoutMs]
 * @returns {Promise<{ pid: number, stop(): Promise<void>, kill(): Promise<void>, exited: Promise<number>, logs(): string }>}
 * `stop` ends it in order, `kill` at once (SIGKILL, with all that it started)
 * @throws {Advice} with its last lines when it ends or does not get ready
 */
export async function startServer({ name, command, env, logFile, isReady, timeoutMs = 180_000 }) {
	mkdirSync(dirname(logFile), { recursive: true });
	const log = openSync(logFile, 'w');
	// Detached: a Ctrl-C at the terminal reaches only the script, which then ends its servers in order.
	const guard = spawn(process.execPath, [GUARD, ...command], {
		env,
		detached: true,
		stdio: ['pipe', 'pipe', log],
	});
	closeSync(log);
	const logs = () => readFileSync(logFile, 'utf8');
	let code;
	const exited = once(guard, 'exit').then(([status]) => (code = status ?? 1));
	const pid = Number(String((await Promise.race([once(guard.stdout, 'data'), exited.then(() => [0])]))[0]));
	const server = {
		pid,
		logs,
		exited,
		async stop() {
			guard.ref();
			guard.stdin.destroy();
			await exited;
		},
		async kill() {
			guard.ref();
			signalGroup(pid, 'SIGKILL');
			await exited;
		},
	};
	const deadline = Date.now() + timeoutMs;
	while (!(await isReady().catch(() => false))) {
		const fate =
			code !== undefined ? `ended with code ${code}` : Date.now() > deadline ? 'did not get ready' : '';
		if (!fate) {
			await wait(200);
			continue;
		}
		await server.stop();
		throw new Advice(`${name} ${fate}. Its last words (all of them: ${logFile}):\n${lastLines(logs())}`);
	}
	// From here on only whoever uses the server keeps this process alive.
	for (const handle of [guard, guard.stdin, guard.stdout]) handle.unref();
	return server;
}

const lastLines = (text) => text.trim().split('\n').slice(-25).join('\n');

function signalGroup(pid, signal) {
	try {
		process.kill(-pid, signal);
	} catch (error) {
		if (error.code !== 'ESRCH') throw error;
	}
}
