import { Agent, request } from 'node:http';

export interface Sent {
	method: string;
	/** Sent as it stands, which `fetch` would not do. */
	path: string;
	/** May hold a `host`, which `fetch` would not send. */
	headers?: Record<string, string>;
	body?: string;
}

export interface Answered {
	status: number;
	headers: Record<string, unknown>;
	text: string;
}

/** Sends requests letter by letter to a sandbox; `close` ends its connections. */
export function rawSender({ url }: { url: string }) {
	const agent = new Agent({ keepAlive: true, maxSockets: 20 });
	const { host, hostname, port } = new URL(url);
	const send = ({ method, path, headers = {}, body }: Sent) =>
		new Promise<Answered>((resolve, reject) => {
			const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
			const all = { host, ...length, ...headers };
			const sent = request({ agent, hostname, port, method, path, headers: all }, (answer) => {
				const chunks: Buffer[] = [];
				answer.on('data', (chunk: Buffer) => chunks.push(chunk));
				answer.on('end', () => {
					const text = Buffer.concat(chunks).toString();
					resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text });
				});
			});
			sent.on('error', reject);
			sent.end(body);
		});
	return { send, close: () => agent.destroy() };
}
