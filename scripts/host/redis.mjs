import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Advice } from './advice.mjs';
import { findProgram, foundOrInstalled } from './debian.mjs';
import { reservePort } from './ports.mjs';
import { startServer } from './server.mjs';

/**
 * @returns {Promise<string>} the program `redis-server`: the one that is there, else Debian's
 * @throws {Advice} when it cannot be had
 */
export async function ensureRedis() {
	const find = () => findProgram('redis-server');
	const program = await foundOrInstalled(find, 'redis-server', "for the tests of n8n's queue mode");
	if (program) return program;
	throw new Advice("n8n's queue mode needs Redis. Install redis-server, so that it is in the PATH.");
}

/**
 * A Redis on loopback that keeps everything in memory.
 *
 * @returns {Promise<{ port: number, stop(): Promise<void> }>}
 */
export async function startRedis() {
	const program = await ensureRedis();
	const port = await reservePort();
	const folder = await mkdtemp(join(tmpdir(), 'n8n-pagerduty-redis-'));
	const settings = { port, bind: '127.0.0.1', save: '', appendonly: 'no', dir: folder };
	const server = await startServer({
		name: 'Redis',
		command: [program, ...Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)])],
		env: process.env,
		logFile: join(folder, 'redis.log'),
		isReady: () => answersPing(port),
		timeoutMs: 20_000,
	});
	return {
		port,
		async stop() {
			await server.kill();
			await rm(folder, { recursive: true, force: true });
		},
	};
}

function answersPing(port) {
	return new Promise((resolve, reject) => {
		const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
		socket.once('error', reject);
		socket.once('data', (data) => {
			socket.destroy();
			resolve(String(data).startsWith('+PONG'));
		});
	});
}
