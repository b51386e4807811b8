import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'node:tls';

import { generate } from 'selfsigned';

/** The address that n8n's built-in node has in its code. */
export const pagerDutyHost = 'api.pagerduty.com';

/** https://api.pagerduty.com on this machine: an HTTP server's encrypted front, with a certificate of its own. */
export interface TlsFront {
	readonly port: number;
	/** PEM file, for NODE_EXTRA_CA_CERTS. */
	readonly certificateFile: string;
	close(): Promise<void>;
}

/** @param url of the HTTP server behind */
export async function startTlsFront(url: string): Promise<TlsFront> {
	const name = pagerDutyHost;
	const { private: key, cert } = await generate([{ name: 'commonName', value: name }], {
		keyType: 'ec',
		algorithm: 'sha256',
		extensions: [
			{ name: 'basicConstraints', cA: true, critical: true },
			{ name: 'subjectAltName', altNames: [{ type: 2, value: name }] },
		],
	});
	const folder = await mkdtemp(join(tmpdir(), 'n8n-pagerduty-bench-'));
	const certificateFile = join(folder, 'ca.pem');
	await writeFile(certificateFile, cert);

	const { hostname, port } = new URL(url);
	const sockets = new Set<Socket>();
	const server = createServer({ key, cert }, (client) => {
		const behind = connect(Number(port), hostname);
		for (const socket of [client, behind]) {
			sockets.add(socket);
			socket.setNoDelay(true).on('close', () => sockets.delete(socket));
			// One side that goes takes the other with it, as if there were nothing between them.
			socket.on('error', () => socket.destroy());
		}
		client.pipe(behind).pipe(client);
		client.on('close', () => behind.destroy());
		behind.on('close', () => client.destroy());
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		port: (server.address() as AddressInfo).port,
		certificateFile,
		async close() {
			for (const socket of sockets) socket.destroy();
			await new Promise((resolve) => server.close(resolve));
			await rm(folder, { recursive: true, force: true });
		},
	};
}
