import axios from 'axios';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A reverse proxy, as it stands before every n8n that the internet can reach. */
export interface Front {
	readonly url: string;
	/** Where it sends to. */
	target: string;
	close(): Promise<void>;
}

/**
 * Starts a proxy that answers 503 until n8n calls itself ready. n8n itself answers webhooks with 200 ("n8n is starting
 * up") and then with 404 while it starts, and PagerDuty comes again after neither of them.
 */
export async function startFront(): Promise<Front> {
	let isUp = false;
	const front = { url: '', target: '', close };
	const server = createServer((request, response) => void forward(request, response));
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	front.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return front;

	async function forward(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		isUp ||= await isReady();
		const answer = isUp ? await pass(request, Buffer.concat(chunks)) : undefined;
		isUp = answer !== undefined;
		response.writeHead(answer?.status ?? 503).end(answer?.data);
	}

	async function isReady(): Promise<boolean> {
		const answer = await fetch(`${front.target}/healthz/readiness`).catch(() => undefined);
		return answer?.ok ?? false;
	}

	/** @returns undefined when nobody answers, or the connection breaks */
	async function pass({ method, url, headers }: IncomingMessage, data: Buffer) {
		return await axios
			.request<string>({
				method,
				url: `${front.target}${url}`,
				headers: { ...headers } as Record<string, string>,
				data,
				transformRequest: (unchanged: unknown) => unchanged,
				responseType: 'text',
				validateStatus: () => true,
				proxy: false,
			})
			.catch(() => undefined);
	}

	async function close(): Promise<void> {
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	}
}
