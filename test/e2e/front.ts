import axios from 'axios';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What stands before n8n and makes it public, as a reverse proxy does. */
export interface Front {
	/** Its address, and the same under another name. */
	readonly url: string;
	readonly otherUrl: string;
	/** Whether it finds n8n. Where it does not, it answers 404, as many do. */
	isOpen: boolean;
	close(): Promise<void>;
}

/** @param target where n8n is, once that is known */
export async function openFront(target: () => string): Promise<Front> {
	const server = createServer((request, response) => {
		void (async () => {
			const chunks: Buffer[] = [];
			for await (const chunk of request) chunks.push(chunk);
			if (!front.isOpen) return response.writeHead(404).end();
			const { host: _, ...headers } = request.headers;
			const answer = await axios.request<ArrayBuffer>({
				method: request.method,
				url: `${target()}${request.url}`,
				headers,
				data: Buffer.concat(chunks),
				responseType: 'arraybuffer',
				validateStatus: () => true,
				proxy: false,
			});
			response.writeHead(answer.status).end(Buffer.from(answer.data));
		})().catch(() => response.writeHead(502).end());
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const front: Front = {
		url: `http://127.0.0.1:${port}`,
		otherUrl: `http://localhost:${port}`,
		isOpen: true,
		async close() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
	return front;
}
