import type { IDataObject } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type { Api } from './client';
import type { ApiRequest } from './request';
import { KnownRows, readPage, type Page } from './page';
import { named } from './shape';
import { together } from './together';

/** PagerDuty's largest page. */
const pageSize = 100;
/** Each page begins with the last row of the page before it. */
export const pageStride = pageSize - 1;
/** PagerDuty refuses `offset + limit` above this. Source: https://developer.pagerduty.com/docs/pagination */
export const ceiling = 10_000;
/** Pages asked for at once, where there are so many. */
const ahead = 4;
/** By how many rows the reading first steps back when pages do not meet; it doubles from try to try. */
const stepBack = 10;

/**
 * Reads a list page by page: each row once, in PagerDuty's order, at most `limit` of them.
 *
 * An offset alone can lose rows: when one leaves the part that was read (an incident is resolved while the triggered
 * ones are listed), all others move up, and one slips behind the offset unseen. So neighbouring pages share a row. A
 * page that begins with an unknown one does not meet what was read, and the reading steps back until it does.
 * Source: https://developer.pagerduty.com/docs/pagination
 *
 * @param list the answer's property that holds the rows
 * @param known rows that were read before, by other requests
 * @returns nothing at the end of the list; at PagerDuty's ceiling the row that was reached
 * @throws NodeOperationError when PagerDuty contradicts itself
 */
export async function* pages(
	api: Api,
	request: ApiRequest,
	list: string,
	limit = Infinity,
	known = new KnownRows(),
): AsyncGenerator<IDataObject[], IDataObject | undefined, undefined> {
	let given = 0;
	let offset = 0;
	let back = stepBack;
	let total: number | undefined;
	for (;;) {
		const places =
			offset === 0 ? [{ limit: Math.min(pageSize, limit), offset }] : placesOf(offset, limit - given, total);
		for (const page of await together(places.map((place) => readPage(api, request, list, place)))) {
			if (page.offset > 0) total = page.total ?? total ?? Infinity;
			if (!meets(page, known)) {
				offset = Math.max(0, page.offset - back);
				back *= 2;
				break;
			}
			const fresh = page.rows.filter((row) => known.add(row)).slice(0, limit - given);
			given += fresh.length;
			if (fresh.length > 0) yield fresh;
			if (!page.more || given >= limit) return undefined;
			const short = page.rows.length < page.limit;
			if (short && fresh.length === 0) throw contradiction(api, list);
			offset = page.offset + page.rows.length - 1;
			back = stepBack;
			if (offset >= ceiling - 1) return page.rows.at(-1);
			// Pages asked for ahead start too late after one that is shorter than asked for.
			if (short) break;
		}
	}
}

/**
 * The next pages from a known row on: no more than are wanted, and none beyond the end of the list or the ceiling.
 *
 * @param total how many rows the list has; until PagerDuty was asked for it, one page alone asks for it. That costs
 * PagerDuty time, so a list of one page does without.
 */
function placesOf(offset: number, wanted: number, total: number | undefined) {
	const rows = Math.min(wanted, (total ?? 0) - offset - 1, ceiling - 1 - offset);
	const count = Math.min(ahead, Math.max(1, Math.ceil(rows / pageStride)));
	return Array.from({ length: count }, (_, index) => ({
		limit: Math.min(pageSize, ceiling - offset - index * pageStride),
		offset: offset + index * pageStride,
		...(total === undefined ? { total: true as const } : {}),
	}));
}

const meets = ({ offset, rows }: Page, known: KnownRows) =>
	offset === 0 || (rows[0] !== undefined && known.has(rows[0]));

/** How {@link allRows} reads. */
export interface Reading {
	readonly limit?: number;
	/** What to hold of each row; what it leaves out is let go with its page. */
	readonly keep?: (row: IDataObject) => IDataObject;
	/** What makes the list shorter, for the error at PagerDuty's ceiling: `a Search Text`. */
	readonly narrowBy?: string;
}

/**
 * All rows of {@link pages} in one array.
 *
 * @throws NodeOperationError when there are more rows than PagerDuty hands out
 */
export async function allRows(
	api: Api,
	request: ApiRequest,
	list: string,
	{ limit, keep = (row) => row, narrowBy = 'a filter' }: Reading = {},
): Promise<IDataObject[]> {
	const rows: IDataObject[] = [];
	const reading = pages(api, request, list, limit);
	let step = await reading.next();
	for (; !step.done; step = await reading.next()) rows.push(...step.value.map(keep));
	if (step.value === undefined) return rows;
	throw incomplete(
		api,
		`PagerDuty lists no more than ${ceiling} ${named(list)}`,
		`There are more than that. Narrow the list with ${narrowBy}, or set a Limit.`,
	);
}

const contradiction = (api: Api, list: string) =>
	incomplete(
		api,
		`PagerDuty says that there are more ${named(list)}, but gives none`,
		'Run the node again. If this happens again, narrow the list with a filter, or set a Limit.',
	);

/** The error in place of a list that would not be complete. */
export const incomplete = (api: Api, message: string, advice: string) =>
	new NodeOperationError(api.host.getNode(), message, {
		description: `The list would not be complete. ${advice}`,
	});
