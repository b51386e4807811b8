import { createServer, type IncomingHttpHeaders } from 'node:http';
import { once } from 'node:events';

export interface Received {
	headers: IncomingHttpHeaders;
	/** Raw body. */
	body: string;
	/** `event` of the body. */
	event: { id: string; event_type: string; data: Record<string, unknown> };
	answered: number | null;
}

/** A webhook receiver that answers with the given statuses in turn, and with the last of them from then on; null is no answer. */
export async function startReceiver(...statuses: Array<number | null>) {
	const received: Received[] = [];
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const answered = (statuses.length > 1 ? statuses.shift() : statuses[0]) ?? null;
			const body = Buffer.concat(chunks).toString();
			received.push({ headers: request.headers, body, event: JSON.parse(body).event, answered });
			if (answered !== null) response.writeHead(answered).end();
		});
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	const port = typeof address === 'object' && address ? address.port : 0;
	return {
		url: `http://127.0.0.1:${port}/hook`,
		received,
		types: () => received.map(({ event }) => event.event_type),
		close: () => {
			server.closeAllConnections();
			server.close();
		},
	};
}
