import type { IDataObject } from 'n8n-workflow';

import type { Api } from './client';
import { KnownRows } from './page';
import { incomplete } from './pages';
import type { ApiRequest } from './request';
import { named, rowsIn } from './shape';

/** A list that PagerDuty does not page by offset: each page says by a mark where the next one begins. */
interface Strategy {
	/** PagerDuty's largest page. */
	readonly pageSize: number;
	/** The request for a page: from a mark on, or the first one. */
	page(request: ApiRequest, limit: number, mark: string | undefined): ApiRequest;
	/** Where the next page begins; undefined after the last one. */
	next(answer: IDataObject): string | undefined;
}

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

/** Source: PagerDuty's OpenAPI document, `cursor_cursor` and the request bodies of analytics. */
const strategies = {
	/** Audit records, automation actions, incident workflow triggers. */
	cursor: {
		pageSize: 100,
		page: (request, limit, cursor) => ({ ...request, query: { ...request.query, limit, cursor } }),
		next: ({ next_cursor: cursor }) => text(cursor),
	},
	/** Raw analytics, which are asked for by POST. */
	starting_after: {
		pageSize: 1000,
		page: (request, limit, mark) => ({
			...request,
			body: { ...request.body, limit, ...(mark === undefined ? {} : { starting_after: mark }) },
		}),
		next: ({ more, last }) => (more === false ? undefined : text(last)),
	},
} as const satisfies Record<string, Strategy>;

/** The ways of paging by a mark. */
export type Marked = keyof typeof strategies;

/**
 * Reads a list page by page: each row once, in PagerDuty's order, at most `limit` of them.
 *
 * @param list the answer's property that holds the rows
 * @throws NodeOperationError when the answer holds no such list, or a page says that it is followed by itself
 */
export async function* markedPages(
	api: Api,
	request: ApiRequest,
	list: string,
	paging: Marked,
	limit = Infinity,
): AsyncGenerator<IDataObject[], void, undefined> {
	const strategy: Strategy = strategies[paging];
	const known = new KnownRows();
	let left = limit;
	let mark: string | undefined;
	do {
		const answer = await api.call(strategy.page(request, Math.min(strategy.pageSize, left), mark));
		const fresh = rowsIn(api, request, answer, list)
			.filter((row) => known.add(row))
			.slice(0, left);
		left -= fresh.length;
		if (fresh.length > 0) yield fresh;
		const next = strategy.next(answer);
		if (next !== undefined && next === mark) throw circular(api, list);
		mark = next;
	} while (mark !== undefined && left > 0);
}

const circular = (api: Api, list: string) =>
	incomplete(
		api,
		`PagerDuty says that a page of ${named(list)} is followed by itself`,
		'Run the node again. If this happens again, narrow the list with a filter, or set a Limit.',
	);
