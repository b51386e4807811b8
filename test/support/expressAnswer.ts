import type { ServerResponse } from 'node:http';

/** What Express adds to an answer, as far as nodes use it. */
export function asExpress(response: ServerResponse) {
	const express = Object.assign(response, {
		status(code: number) {
			response.statusCode = code;
			return express;
		},
		json(body: unknown) {
			return response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
		},
	});
	return express;
}
