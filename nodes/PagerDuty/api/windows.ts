import type { IDataObject } from 'n8n-workflow';

import type { Api } from './client';
import type { ApiRequest, Query } from './request';
import { KnownRows } from './page';
import { ceiling, incomplete, pages } from './pages';
import { named } from './shape';

/** How a list can be read beyond PagerDuty's ceiling: in windows over created_at, which never changes. */
export interface Windows {
	/** Which way the rows come: `asc` is oldest first. */
	readonly direction: 'asc' | 'desc';
	/** The `sort_by` that makes them come so, where PagerDuty has a choice. */
	readonly sortBy?: readonly string[];
	/** The order in which they are handed on. */
	readonly compare: (a: IDataObject, b: IDataObject) => number;
	/** Whether they come in that order, so that the reading can end at a Limit. */
	readonly comesInOrder: boolean;
}

const createdAt = (row: IDataObject) => Date.parse(String(row.created_at));

/** For lists that PagerDuty gives newest first and in no other order: log entries. */
export const newestFirst: Windows = {
	direction: 'desc',
	compare: (a, b) => createdAt(b) - createdAt(a),
	comesInOrder: true,
};

/** Bounds on created_at in milliseconds; what is left out is PagerDuty's to decide. */
interface Range {
	readonly since?: number;
	readonly until?: number;
}

const day = 86_400_000;
/** PagerDuty refuses ranges over six months, and the shortest six months have 181 days. */
const widest = 180 * day;

/** The end of a range that goes on until now, whatever the clocks say, as PagerDuty takes it. */
export const tomorrow = () => new Date(Date.now() + day).toISOString();

/** The same query for each part of its time that PagerDuty takes at once, oldest first. */
export const queriesOf = (query: Query = {}): Query[] =>
	split(rangeOf(query)).map((range) => ({ ...query, ...queryOf(range) }));

/** Whether a request asks for a longer time than PagerDuty takes at once. */
export const isTooWide = (query: Query = {}) => split(rangeOf(query)).length > 1;

/**
 * Reads a list of any length, page by page: each row once, over created_at. Where the ceiling stops it, it goes on
 * with the time of the row that it reached; rows of that moment are read again, and known.
 *
 * @throws NodeOperationError when so many rows share one second that no window can part them
 */
export async function* windows(
	api: Api,
	request: ApiRequest,
	list: string,
	{ direction, sortBy }: Windows,
): AsyncGenerator<IDataObject[], void, undefined> {
	const known = new KnownRows();
	const inDirection = (ranges: Range[]) => (direction === 'asc' ? ranges : ranges.reverse());
	const ahead = inDirection(split(rangeOf(request.query)));
	for (let range = ahead.shift(); range; range = ahead.shift()) {
		const query = { ...request.query, ...queryOf(range), sort_by: sortBy };
		const reached = yield* pages(api, { ...request, query }, list, Infinity, known);
		if (reached === undefined) continue;
		const rest = beyond(range, createdAt(reached), direction);
		if (rest === undefined) throw tooManyAtOnce(api, list, String(reached.created_at));
		ahead.unshift(...inDirection(rest.flatMap(split)));
	}
}

function rangeOf({ since, until }: Query = {}): Range {
	const at = (time: Query[string]) => (time === undefined ? undefined : Date.parse(String(time)));
	return { since: at(since), until: at(until) };
}

/** PagerDuty ignores the bounds of a request for all time, so they take its place. */
const queryOf = ({ since, until }: Range): Query => ({
	...(since === undefined ? {} : { since: new Date(since).toISOString(), date_range: undefined }),
	...(until === undefined ? {} : { until: new Date(until).toISOString(), date_range: undefined }),
});

/** A range in parts that PagerDuty takes, oldest first. They overlap a little: nobody says whether bounds count. */
function split({ since, until }: Range): Range[] {
	if (since === undefined || until === undefined) return [{ since, until }];
	const count = Math.max(1, Math.ceil((until - since) / widest));
	return Array.from({ length: count }, (_, part) => ({
		since: since + part * widest - (part > 0 ? 1 : 0),
		until: Math.min(until, since + (part + 1) * widest),
	}));
}

/**
 * What is left of a range, oldest first, when its reading has reached a row of the moment `at`, that moment included.
 * Bounds are such that nothing is left out whether PagerDuty counts them or not. Where that leaves everything, the
 * second is read by itself; undefined when it has more rows than that.
 */
function beyond({ since, until }: Range, at: number, direction: Windows['direction']): Range[] | undefined {
	const [start = -Infinity, end = Infinity] = [since, until];
	if (direction === 'asc' && at - 1 > start)
		return [{ since: at - 1, until: until ?? Date.parse(tomorrow()) }];
	if (direction === 'desc' && at + 1000 < end) return [{ since, until: at + 1000 }];
	const second = Math.floor(at / 1000) * 1000;
	const alone = { since: second - 1, until: second + 1000 };
	if (!(end - start > alone.until - alone.since)) return undefined;
	return direction === 'asc' ? [alone, { since: second + 999, until }] : [{ since, until: second }, alone];
}

const tooManyAtOnce = (api: Api, list: string, moment: string) =>
	incomplete(
		api,
		`More than ${ceiling} ${named(list)} were created at ${moment}`,
		`PagerDuty lists no more than ${ceiling} at once, and no time can be chosen that is shorter than a second. Narrow the list with a filter, such as one team.`,
	);
