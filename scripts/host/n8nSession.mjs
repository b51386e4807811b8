import { poll } from './poll.mjs';

/** What n8n answered instead of a success: its own message, the HTTP status, and the path. */
export class N8nError extends Error {
	name = 'N8nError';

	constructor(method, path, status, body) {
		super(`n8n answered ${status} to ${method} ${path}: ${body?.message ?? JSON.stringify(body)}`);
		this.status = status;
		this.body = body;
	}
}

/**
 * A logged-in conversation with n8n's own REST API (the one its editor uses, not the public one).
 *
 * @param {string} url of n8n, such as http://127.0.0.1:5678
 * @returns {(method: string, path: string, body?: unknown) => Promise<any>} sends a request and gives `data` of the
 * answer; keeps the cookie of a login; throws N8nError
 */
export function n8nSession(url) {
	let cookie = '';

	return async function send(method, path, body) {
		// On a busy machine n8n loses its own database for a moment, and refuses everything before it has looked at it.
		const { data } = await poll(60_000, 'n8n had no database', async () => {
			try {
				return { data: await sendOnce(method, path, body) };
			} catch (error) {
				if (error.status === 503 && error.body?.message === 'Database is not ready!') return undefined;
				throw error;
			}
		});
		return data;
	};

	async function sendOnce(method, path, body) {
		const response = await fetch(new URL(path, url), {
			method,
			headers: {
				// n8n ends an idle connection when it likes, and a request that is on its way there then fails.
				connection: 'close',
				...(cookie && { cookie }),
				...(body !== undefined && { 'content-type': 'application/json' }),
			},
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		const cookies = response.headers.getSetCookie().map((line) => line.split(';')[0]);
		if (cookies.length > 0) cookie = cookies.join('; ');
		const text = await response.text();
		const answer = (response.headers.get('content-type') ?? '').includes('json') ? JSON.parse(text) : text;
		if (!response.ok) throw new N8nError(method, path, response.status, answer);
		return answer?.data ?? answer;
	}
}
