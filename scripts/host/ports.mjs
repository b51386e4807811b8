import { createServer } from 'node:net';
import { Advice } from './advice.mjs';

/**
 * The wanted port, or the next free one above it.
 *
 * @param {number} wanted 0 gives any free port
 * @param {number[]} [except] ports that are spoken for but not yet listened on
 * @returns {Promise<number>}
 * @throws {Advice} when none of the next hundred is free
 */
export async function freePort(wanted, except = []) {
	if (wanted === 0) return await listenOnce(0);
	for (let port = wanted; port < Math.min(wanted + 100, 65_536); port++) {
		if (!except.includes(port) && (await listenOnce(port))) return port;
	}
	throw new Advice(`No port from ${wanted} on is free. Stop a program that uses one, or name another port.`);
}

/** The port it could listen on, or undefined. */
function listenOnce(port) {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', (error) =>
			error.code === 'EADDRINUSE' || error.code === 'EACCES' ? resolve(undefined) : reject(error),
		);
		server.listen(port, '127.0.0.1', () => {
			const { port: taken } = server.address();
			server.close(() => resolve(taken));
		});
	});
}
