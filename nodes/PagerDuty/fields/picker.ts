import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodePropertyOptions,
} from 'n8n-workflow';

import { rowsOf } from '../api/answer';
import { connect, type Api, type ApiRequest, type Authentication } from '../api/client';
import { allRows } from '../api/pages';

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
}

/** PagerDuty's largest page; a picker asks for the next one when its user scrolls to the end. */
const pageSize = 100;

/** The search of a resource locator: done by PagerDuty, page after page to the end. */
export function search(source: Source) {
	return async function (
		this: ILoadOptionsFunctions,
		filter?: string,
		paginationToken?: string,
	): Promise<INodeListSearchResult> {
		const api = await open(this, source);
		const wanted = filter?.trim() || undefined;
		if (wanted !== undefined && source.searchHere) {
			const rows = await allRows(api, source.request(wanted), source.list);
			return {
				results: rows
					.map((row) => entry(source, row))
					.filter(({ name }) => name.toLowerCase().includes(wanted.toLowerCase())),
			};
		}
		const offset = Number(paginationToken ?? 0);
		const request = source.request(wanted);
		const answer = await api.call({ ...request, query: { ...request.query, limit: pageSize, offset } });
		const rows = rowsOf(answer, source.list);
		return {
			results: rows.map((row) => entry(source, row)),
			paginationToken: answer.more === true && rows.length > 0 ? String(offset + rows.length) : undefined,
		};
	};
}

/** The entries of a multi-select: the whole list. */
export function load(source: Source) {
	return async function (this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		const api = await open(this, source);
		const request = source.request(undefined);
		const rows = source.unpaged
			? rowsOf(await api.call(request), source.list)
			: await allRows(api, request, source.list);
		return rows.map((row) => entry(source, row));
	};
}

async function open(host: ILoadOptionsFunctions, source: Source): Promise<Api> {
	const authentication = host.getNodeParameter('authentication', 'token') as Authentication;
	return await connect(host, authentication, source.scopes);
}

function entry(source: Source, row: IDataObject) {
	const url = typeof row.html_url === 'string' ? { url: row.html_url } : {};
	return { name: source.name(row), value: source.value?.(row) ?? String(row.id), ...url };
}
