import type { FastifyInstance } from 'fastify';
import { invalidInput } from '../errors';

/** Bodies are JSON. What a page of another site can send without being asked about (text, forms) is refused. */
export function takeJson(app: FastifyInstance): void {
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
		try {
			done(null, body === '' ? undefined : JSON.parse(String(body)));
		} catch {
			done(invalidInput('The body is no valid JSON'));
		}
	});
	app.addContentTypeParser('*', (_request, _payload, done) => {
		done(invalidInput('Content-Type must be application/json'));
	});
}

/** OAuth's bodies are forms (RFC 6749). */
export function takeForms(app: FastifyInstance): void {
	app.addContentTypeParser(
		'application/x-www-form-urlencoded',
		{ parseAs: 'string' },
		(_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
	);
}
