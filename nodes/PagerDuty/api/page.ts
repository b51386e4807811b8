import type { IDataObject } from 'n8n-workflow';

import type { Api } from './client';
import type { ApiRequest } from './request';
import { rowsIn } from './shape';

/** One page of a list, as PagerDuty gave it. */
export interface Page {
	readonly offset: number;
	/** How many rows were asked for. */
	readonly limit: number;
	readonly rows: readonly IDataObject[];
	readonly more: boolean;
	/** How many rows the whole list has, where that was asked for and PagerDuty says it. */
	readonly total?: number;
}

/**
 * Asks for one page of a list.
 *
 * @param list the answer's property that holds the rows
 * @throws NodeOperationError when the answer holds no such list
 */
export async function readPage(
	api: Api,
	request: ApiRequest,
	list: string,
	place: { readonly offset: number; readonly limit: number; readonly total?: true },
): Promise<Page> {
	const answer = await api.call({ ...request, query: { ...request.query, ...place } });
	return {
		...place,
		rows: rowsIn(api, request, answer, list),
		more: answer.more === true,
		total: typeof answer.total === 'number' ? answer.total : undefined,
	};
}

/** The rows that were read already, so that each is given out once. */
export class KnownRows {
	private readonly keys = new Set<string>();

	has(row: IDataObject): boolean {
		return this.keys.has(keyOf(row));
	}

	/** @returns false when the row was known */
	add(row: IDataObject): boolean {
		const before = this.keys.size;
		return this.keys.add(keyOf(row)).size > before;
	}
}

/** A row without an ID (an on-call entry, say) is told apart by all that it says. */
const keyOf = (row: IDataObject) => (typeof row.id === 'string' ? row.id : JSON.stringify(row));
