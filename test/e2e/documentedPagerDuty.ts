import type { IDataObject } from 'n8n-workflow';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

import { documentedAnswer } from '../contract/requests/documentedAnswer';
import type { SentRequest } from '../contract/requests/sentRequest';

/** Longer than what Limit says by itself. */
const listLength = 60;

const made = new Date();

/** How it answers: as PagerDuty's document says, whatever the IDs are, and the same whenever it is asked. */
export const answering = (request: SentRequest) => documentedAnswer(request, listLength, made);

/** A server that answers so, and keeps who sent what: the first part of a path says who it is. */
export async function openDocumentedPagerDuty() {
	const sent = new Map<string, SentRequest[]>();
	const server = createServer((request, response) => {
		void read(request)
			.then(({ who, ...asked }) => {
				sent.set(who, [...(sent.get(who) ?? []), asked]);
				const { statusCode, body } = answering(asked);
				response.writeHead(statusCode, { 'content-type': 'application/json' });
				response.end(body === '' ? undefined : JSON.stringify(body));
			})
			.catch((error: unknown) => response.writeHead(400).end(String(error)));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		/** What somebody sent, in its order. */
		sentBy: (who: string): readonly SentRequest[] => sent.get(who) ?? [],
		async close() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

async function read(request: IncomingMessage): Promise<SentRequest & { who: string }> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	const { pathname, search } = new URL(request.url ?? '', 'http://sandbox');
	const [, who = '', ...path] = pathname.split('/');
	const text = Buffer.concat(chunks).toString();
	return {
		who,
		method: request.method ?? '',
		path: `/${path.join('/')}`,
		query: search.slice(1),
		headers: Object.fromEntries(
			Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
		),
		...(text === '' ? {} : { body: JSON.parse(text) as IDataObject }),
	};
}
