import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodeListSearchItems,
	INodePropertyOptions,
} from 'n8n-workflow';

import { isObject, rowsOf } from '../api/answer';
import { connect, type Api, type Authentication } from '../api/client';
import type { ApiRequest } from '../api/request';
import { ceiling } from '../api/pages';
import { readSome, type Effort } from './bestEffort';

/** A list that fields offer to pick from. */
export interface Source {
	/** The request for entries that match a search text; without a text, for all. */
	readonly request: (search: string | undefined) => ApiRequest;
	/** The answer's property that holds the rows. */
	readonly list: string;
	readonly scopes: readonly string[];
	/** How a row reads in the picker. */
	readonly name: (row: IDataObject) => string;
	readonly value?: (row: IDataObject) => string;
	/** Set where PagerDuty cannot search this list itself. */
	readonly searchHere?: boolean;
	/** Set where PagerDuty gives the whole list at once and refuses `limit` and `offset`. */
	readonly unpaged?: boolean;
	/** Set where PagerDuty pages by a cursor instead of an offset. */
	readonly cursor?: boolean;
	/** Set where a search text can name an entry by itself: the request for it, and where it is in the answer. */
	readonly named?: (search: string) => { request: ApiRequest; object: string } | undefined;
}

/** PagerDuty's largest page; a picker asks for the next one when its user scrolls to the end. */
const pageSize = 100;

/** Where PagerDuty cannot search, so long (in milliseconds) and among so many of the newest rows it is done here. */
const searched = { time: 2_000, rows: 2_000 };

/**
 * The search of a resource locator over one list or several, one after another. It never fails because there is more
 * than it can show.
 */
export function search(...sources: [Source, ...Source[]]) {
	return async function (
		this: ILoadOptionsFunctions,
		filter?: string,
		paginationToken?: string,
	): Promise<INodeListSearchResult> {
		const [first] = sources;
		const api = await open(this, first);
		const wanted = filter?.trim() || undefined;
		if (wanted !== undefined && first.searchHere) return { results: await searchHere(api, sources, wanted) };
		return await browse(api, sources, wanted, paginationToken);
	};
}

/** One page, and where it ends a list also the first one of the next: n8n asks for more on scrolling only. */
async function browse(
	api: Api,
	sources: readonly Source[],
	wanted: string | undefined,
	paginationToken = '0:0',
): Promise<INodeListSearchResult> {
	const [startText, from = '0'] = paginationToken.split(/:(.*)/s);
	const start = Number(startText);
	const results: INodeListSearchItems[] = [];
	for (const [index, source] of sources.entries()) {
		if (index < start) continue;
		const mark = index === start ? from : '0';
		const page = pageOf(source, source.request(wanted), mark);
		const answer = await api.call(page).catch((error: unknown): IDataObject => {
			if (results.length > 0) return {};
			throw error;
		});
		const rows = rowsOf(answer, source.list);
		results.push(...rows.map((row) => entry(source, row)));
		const next = source.cursor ? cursorIn(answer) : nextOffset(answer, Number(mark) + rows.length);
		if (rows.length > 0 && next !== undefined) return { results, paginationToken: `${index}:${next}` };
	}
	return { results };
}

/** @param mark the offset of the page, or the cursor; `0` for the first one */
function pageOf({ unpaged, cursor }: Source, request: ApiRequest, mark: string): ApiRequest {
	if (unpaged) return request;
	const place = cursor ? (mark === '0' ? {} : { cursor: mark }) : { offset: Number(mark) };
	return { ...request, query: { ...request.query, limit: pageSize, ...place } };
}

const nextOffset = ({ more }: IDataObject, next: number) =>
	more === true && next + pageSize <= ceiling ? String(next) : undefined;

const cursorIn = ({ next_cursor: next }: IDataObject) =>
	typeof next === 'string' && next !== '' ? next : undefined;

/** The entry that the text names, then others that contain it, list after list for as long as there is time. */
async function searchHere(
	api: Api,
	sources: readonly Source[],
	wanted: string,
): Promise<INodeListSearchItems[]> {
	const deadline = performance.now() + searched.time;
	const found = new Map<INodeListSearchItems['value'], INodeListSearchItems>();
	for (const source of sources) {
		const named = await entryNamed(api, source, wanted);
		if (named) found.set(named.value, named);
	}
	// Who types a number wants that one; some others may have it in their title.
	const limit = found.size > 0 ? pageSize : searched.rows;
	for (const [index, source] of sources.entries()) {
		const effort = { limit, deadline, optional: index > 0 || found.size > 0 };
		for (const row of await rowsFrom(api, source, source.request(wanted), effort)) {
			const each = entry(source, row);
			if (each.name.toLowerCase().includes(wanted.toLowerCase()) && !found.has(each.value))
				found.set(each.value, each);
		}
	}
	return [...found.values()];
}

async function entryNamed(api: Api, source: Source, wanted: string) {
	const named = source.named?.(wanted);
	if (named === undefined) return undefined;
	const answer = await api.call(named.request).catch((): IDataObject => ({}));
	const row = answer[named.object];
	return isObject(row) ? entry(source, row) : undefined;
}

/** The entries of a multi-select: the whole list, or as much of it as PagerDuty hands out. */
export function load(source: Source) {
	return async function (this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		const api = await open(this, source);
		const request = source.request(undefined);
		const rows = await rowsFrom(api, source, request, { limit: ceiling });
		return rows.map((row) => entry(source, row));
	};
}

const rowsFrom = async (api: Api, { unpaged, list }: Source, request: ApiRequest, effort: Effort) =>
	unpaged ? rowsOf(await api.call(request), list) : await readSome(api, request, list, effort);

async function open(host: ILoadOptionsFunctions, source: Source): Promise<Api> {
	const authentication = host.getNodeParameter('authentication', 'token') as Authentication;
	return await connect(host, authentication, source.scopes);
}

function entry(source: Source, row: IDataObject) {
	// n8n opens it when somebody clicks on it: nothing else is let through.
	const isLink = typeof row.html_url === 'string' && row.html_url.startsWith('https://');
	return {
		name: source.name(row),
		value: source.value?.(row) ?? String(row.id),
		...(isLink ? { url: String(row.html_url) } : {}),
	};
}
