import { Agent, request, type ClientRequest, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';

import type { Delivery } from './delivery';

/** What came back; status 0 when the connection was closed without an answer. */
export interface Answer {
	readonly status: number;
	readonly body: string;
}

const timeoutMs = 30_000;

/** Sends deliveries to one server over connections that are kept and used again. */
export class Sender {
	private readonly agent = new Agent({ keepAlive: true });

	constructor(private readonly url: string) {}

	async send(delivery: Delivery): Promise<Answer> {
		return delivery.bytes ? await this.write(delivery.bytes, delivery.hangsUp) : await this.request(delivery);
	}

	close(): void {
		this.agent.destroy();
	}

	private request(delivery: Delivery): Promise<Answer> {
		const { method, path, headers, body, chunk } = delivery;
		const { hostname, port } = new URL(this.url);
		const flat = headers.flatMap(([name, value]) => [name, value]);
		const framing = chunk ? ['Transfer-Encoding', 'chunked'] : ['Content-Length', String(body.length)];
		return new Promise((resolve) => {
			const sent = request({
				hostname,
				port,
				method,
				path,
				agent: this.agent,
				headers: ['Host', `${hostname}:${port}`, ...framing, ...flat],
				timeout: timeoutMs,
			});
			// A connection that rested may be closed just now: then it is tried on another one, as PagerDuty would.
			const closed = () => resolve(sent.reusedSocket ? this.request(delivery) : { status: 0, body: '' });
			sent.on('response', (response) => {
				const { statusCode: status = 0 } = response;
				read(response).then((text) => resolve({ status, body: text }), closed);
			});
			sent.on('timeout', () => sent.destroy());
			sent.on('error', closed);
			inChunks(sent, body, chunk);
		});
	}

	/** Writes bytes as they are and reads to the end of the connection. */
	private write(bytes: Buffer, hangsUp = false): Promise<Answer> {
		const { hostname, port } = new URL(this.url);
		return new Promise((resolve) => {
			const socket = connect({ host: hostname, port: Number(port), timeout: timeoutMs });
			let text = '';
			socket.on('data', (data) => (text += data.toString('latin1')));
			socket.on('timeout', () => socket.destroy());
			// What was answered before the connection broke counts.
			socket.on('error', () => {});
			socket.on('close', () =>
				resolve({ status: Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? 0), body: text }),
			);
			if (hangsUp) socket.end(bytes);
			else socket.write(bytes);
		});
	}
}

function inChunks(sent: ClientRequest, body: Buffer, chunk = body.length): void {
	for (let at = 0; at < body.length; at += chunk) sent.write(body.subarray(at, at + chunk));
	sent.end();
}

async function read(response: IncomingMessage): Promise<string> {
	const parts: Buffer[] = [];
	for await (const part of response) parts.push(part as Buffer);
	return Buffer.concat(parts).toString('utf8');
}
