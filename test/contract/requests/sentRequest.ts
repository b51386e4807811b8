import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import { validateRequest } from '../../support/openapi';

/** One HTTP request as it would leave n8n, without its credential. */
export interface SentRequest {
	readonly method: string;
	/** Without host and query. */
	readonly path: string;
	/** As in the address, without the question mark. */
	readonly query: string;
	readonly headers: Record<string, string>;
	readonly body?: IDataObject;
}

/** Reads what is given to n8n's HTTP helpers: the current ones say `url`, those of credential tests `uri`. */
export function sentRequest(options: Partial<IHttpRequestOptions> & { uri?: string }): SentRequest {
	const { pathname, search } = new URL(options.url ?? options.uri ?? '');
	return {
		method: options.method ?? 'GET',
		path: pathname,
		query: search.slice(1),
		headers: Object.fromEntries(
			Object.entries(options.headers ?? {}).map(([name, value]) => [name, String(value)]),
		),
		// What is left out of JSON is not sent.
		...(options.body === undefined ? {} : { body: JSON.parse(JSON.stringify(options.body)) as IDataObject }),
	};
}

/** What PagerDuty's document has against these requests: one line a problem, with the request it is about. */
export function problemsOf(requests: readonly SentRequest[]): string[] {
	return requests.flatMap(({ method, path, query, headers, body }) =>
		validateRequest(method, path, query, headers, body).map(
			(problem) => `${method} ${path}${query && `?${query}`}: ${problem}`,
		),
	);
}

/**
 * What the document does not know. It has no way to take a priority away: clients of PagerDuty send null, and the node
 * looks at the answer. And it wants the first update of a new post to name that post, which has no ID yet; its own example
 * leaves that out.
 */
export const undocumented =
	/^(?:PUT \/incidents\/\w+: body\/incident\/priority must|POST \/status_pages\/\w+\/posts: body\/post\/updates\/0 must have required property 'post')/;
