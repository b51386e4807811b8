import axios from 'axios';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What stands before n8n and makes it public: a reverse proxy. */
export interface Front {
	/** Its address, and the same under another name. */
	readonly url: string;
	readonly otherUrl: string;
	/** Where n8n is. */
	target: string;
	/** The status with which it answers by itself; undefined passes a request on. At first it passes all. */
	refusal: () => number | undefined | Promise<number | undefined>;
	close(): Promise<void>;
}

/** Starts a proxy on loopback. Where n8n does not answer, it answers 502. */
export async function openFront(): Promise<Front> {
	const server = createServer((request, response) => {
		void forward(request, response).catch(() => response.writeHead(502).end());
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const front: Front = {
		url: `http://127.0.0.1:${port}`,
		otherUrl: `http://localhost:${port}`,
		target: '',
		refusal: () => undefined,
		async close() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
	return front;

	async function forward(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		const refused = await front.refusal();
		if (refused !== undefined) return void response.writeHead(refused).end();
		const { host: _, ...headers } = request.headers;
		const answer = await axios.request<ArrayBuffer>({
			method: request.method,
			url: `${front.target}${request.url}`,
			headers,
			data: Buffer.concat(chunks),
			responseType: 'arraybuffer',
			validateStatus: () => true,
			proxy: false,
		});
		response.writeHead(answer.status).end(Buffer.from(answer.data));
	}
}

/**
 * Answers 503 until n8n calls itself ready. n8n itself answers webhooks with 200 ("n8n is starting up") and then with
 * 404 while it starts, and PagerDuty comes again after neither of them.
 */
export const untilReady = (front: Front) => async () => {
	const answer = await fetch(`${front.target}/healthz/readiness`).catch(() => undefined);
	return answer?.ok ? undefined : 503;
};
