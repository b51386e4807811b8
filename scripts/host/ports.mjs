import { randomInt } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { Advice } from './advice.mjs';

/** Below the ports that systems give to outgoing connections: those begin at 32,768 on Linux, at 49,152 elsewhere. */
const RESERVABLE = { first: 20_000, last: 32_767 };

/**
 * A port of 127.0.0.1 for one server. Until this process ends, no other caller gets it and no outgoing connection
 * takes it: not before the server listens, nor while it is restarted.
 *
 * @returns {Promise<number>}
 * @throws {Advice} when no port is free
 */
export async function reservePort() {
	for (let tries = 0; tries < 1000; tries++) {
		const port = randomInt(RESERVABLE.first, RESERVABLE.last + 1);
		if ((await reserve(port)) && (await isFree(port))) return port;
	}
	throw new Advice('No port of 127.0.0.1 is free. Stop programs that listen on ports.');
}

/**
 * The wanted port, or the next free one above it.
 *
 * @param {number} wanted
 * @param {number[]} [except] ports that are spoken for but not yet listened on
 * @returns {Promise<number>}
 * @throws {Advice} when none of the next hundred is free
 */
export async function freePort(wanted, except = []) {
	for (let port = wanted; port < Math.min(wanted + 100, 65_536); port++) {
		if (!except.includes(port) && (await isFree(port))) return port;
	}
	throw new Advice(`No port from ${wanted} on is free. Stop a program that uses one, or name another port.`);
}

/**
 * Reserves a port by binding the UDP port of the same number. That is in no TCP server's way, and the system releases it
 * when this process ends, however it ends.
 *
 * @returns {Promise<boolean>} whether the port was nobody's
 */
async function reserve(port) {
	const socket = createSocket('udp4').unref();
	return await succeeds(socket, () => socket.bind({ port, address: '127.0.0.1', exclusive: true }));
}

async function isFree(port) {
	const server = createServer();
	const free = await succeeds(server, () => server.listen(port, '127.0.0.1'));
	if (free) await new Promise((resolve) => server.close(resolve));
	return free;
}

/** @returns whether it listens now; false where the port is taken */
async function succeeds(listener, listen) {
	const listening = once(listener, 'listening');
	listen();
	try {
		await listening;
		return true;
	} catch (error) {
		if (error.code === 'EADDRINUSE' || error.code === 'EACCES') return false;
		throw error;
	}
}
