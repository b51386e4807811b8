import type { IDataObject } from 'n8n-workflow';

import type { Api } from './client';
import type { ApiRequest, Query } from './request';
import { markedPages, type Marked } from './marks';
import { allRows, ceiling } from './pages';
import { many } from './shape';
import { isTooWide, windows, type Windows } from './windows';

/** Where a list stands in PagerDuty's answers, and how it is read. */
export interface ListShape {
	/** The answer's property that holds the rows. */
	readonly list: string;
	/**
	 * `none`: PagerDuty gives it whole, and knows no pages. `limit`: it knows only how many rows to give. Others than `offset`
	 * go on from a mark of the page before.
	 */
	readonly paging: 'offset' | 'none' | 'limit' | Marked;
	/** How many rows PagerDuty gives at most where it knows no pages, only a limit; 100 by default. */
	readonly most?: number;
	/** Set where rows have a created_at to go by: such a list is exact at any size. */
	readonly windows?: (query: Query) => Windows;
	/** What makes the list shorter, for the error at PagerDuty's ceiling: `a Search Text`. */
	readonly narrowBy?: string;
}

/**
 * Reads a list to its end or to a limit: each row once, in the order that was asked for.
 *
 * @param keep what to hold of each row; what it leaves out is let go with its page
 * @throws NodeOperationError when there are more rows than PagerDuty hands out
 */
export async function readList(
	api: Api,
	request: ApiRequest,
	{ list, paging, windows: windowsOf, narrowBy, most = 100 }: ListShape,
	limit = Infinity,
	keep = (row: IDataObject) => row,
): Promise<IDataObject[]> {
	if (paging === 'none') return (await many(api, request, list)).slice(0, limit).map(keep);
	if (paging === 'limit') {
		const limited = { ...request, query: { ...request.query, limit: Math.min(limit, most) } };
		return (await many(api, limited, list)).slice(0, limit).map(keep);
	}
	if (paging !== 'offset') return await collected(markedPages(api, request, list, paging, limit), keep);
	if (!windowsOf || (limit <= ceiling && !isTooWide(request.query)))
		return await allRows(api, request, list, { limit, keep, narrowBy });
	const how = windowsOf(request.query ?? {});
	const rows: IDataObject[] = [];
	for await (const page of windows(api, request, list, how)) {
		rows.push(...page.map(keep));
		if (how.comesInOrder && rows.length >= limit) break;
	}
	return rows.sort(how.compare).slice(0, limit);
}

async function collected(
	pages: AsyncIterable<IDataObject[]>,
	keep: (row: IDataObject) => IDataObject,
): Promise<IDataObject[]> {
	const rows: IDataObject[] = [];
	for await (const page of pages) rows.push(...page.map(keep));
	return rows;
}
