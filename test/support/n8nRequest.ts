import type { IncomingMessage } from 'node:http';

/**
 * Does with a request what n8n does before it asks a node of a version above 1: JSON is read, a form is used up, and
 * everything else is left for the node to read.
 */
export async function readAsN8n(request: IncomingMessage): Promise<void> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	const type = request.headers['content-type'] ?? '';
	const readRawBody = async () => {
		if (type.startsWith('multipart/form-data')) throw new Error('stream is not readable');
		request.rawBody = Buffer.concat(chunks);
	};
	Object.assign(request, { body: {}, readRawBody });
	if (type.startsWith('application/json')) await request.readRawBody();
}
