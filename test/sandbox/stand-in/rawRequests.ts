import { request } from 'node:http';
import { sandboxOAuthApp } from '../../../sandbox';

export interface Sent {
	method?: string;
	headers?: Record<string, string>;
	body?: string;
}

/** Sends exactly these headers, which `fetch` would not let a program do. */
export const rawRequests =
	(url: () => string) =>
	(path: string, { method = 'GET', headers = {}, body = '' }: Sent = {}) =>
		new Promise<{ status: number; text: string; headers: Record<string, unknown> }>((resolve, reject) => {
			const asking = request(url() + path, { method, headers }, (answer) => {
				let text = '';
				answer.setEncoding('utf8').on('data', (part: string) => (text += part));
				answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text, headers: answer.headers }));
			});
			asking.on('error', reject).end(body);
		});

/** A request of the sandbox's OAuth app for a code. */
export const authorization = (redirect_uri: string) =>
	new URLSearchParams({
		client_id: sandboxOAuthApp.clientId,
		response_type: 'code',
		redirect_uri,
		code_challenge: 'c'.repeat(43),
		code_challenge_method: 'S256',
		scope: 'incidents.read',
	});
/** Where an n8n on this machine waits for it. */
export const callback = 'http://localhost:5678/rest/oauth2-credential/callback';
