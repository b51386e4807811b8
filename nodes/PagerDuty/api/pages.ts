import type { IDataObject } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { isObject } from './answer';
import type { Api, ApiRequest } from './client';

/** PagerDuty's largest page. */
const pageSize = 100;
/** PagerDuty refuses `offset + limit` above this. Source: https://developer.pagerduty.com/docs/pagination */
const ceiling = 10_000;
/** Pages asked for at once after the first. */
const ahead = 4;

/**
 * Reads a list page by page: each row once, in PagerDuty's order, at most `limit` of them.
 * Source: https://developer.pagerduty.com/docs/pagination
 *
 * @param list the answer's property that holds the rows
 * @throws NodeOperationError when there are more rows than PagerDuty hands out
 */
export async function* pages(
	api: Api,
	request: ApiRequest,
	list: string,
	limit = Infinity,
): AsyncGenerator<IDataObject[], void, undefined> {
	const seen = new Set<unknown>();
	let given = 0;
	let offset = 0;
	let more = true;
	let together = 1;
	while (more && given < limit) {
		const wanted = Math.ceil((limit - given) / pageSize);
		const room = Math.ceil((ceiling - offset) / pageSize);
		if (room <= 0) throw tooMany(api, list);
		const starts = Array.from(
			{ length: Math.min(together, wanted, room) },
			(_, index) => offset + index * pageSize,
		);
		const answers = await Promise.all(
			starts.map((start) =>
				page(api, request, list, start, Math.min(pageSize, limit - given, ceiling - start)),
			),
		);
		for (const answer of answers) {
			const fresh = answer.rows.filter((row) => isNew(row, seen)).slice(0, limit - given);
			given += fresh.length;
			if (fresh.length > 0) yield fresh;
			// Stepping by rows received: a page may be shorter than asked for, and then those asked for ahead start too late.
			offset += answer.rows.length;
			more = answer.more && answer.rows.length > 0;
			if (!more || answer.rows.length < pageSize) break;
		}
		together = ahead;
	}
}

/** All rows of {@link pages} in one array. */
export async function allRows(
	api: Api,
	request: ApiRequest,
	list: string,
	limit?: number,
): Promise<IDataObject[]> {
	const rows: IDataObject[] = [];
	for await (const page of pages(api, request, list, limit)) rows.push(...page);
	return rows;
}

async function page(api: Api, request: ApiRequest, list: string, offset: number, limit: number) {
	const answer = await api.call({ ...request, query: { ...request.query, limit, offset } });
	const rows = answer[list];
	if (!Array.isArray(rows)) {
		throw new NodeOperationError(
			api.host.getNode(),
			`PagerDuty's answer holds no list of ${list.replace(/_/g, ' ')}`,
			{
				description:
					'Something between this n8n and PagerDuty may have changed the answer. Check the Base URL of the credential.',
			},
		);
	}
	return { rows: rows.filter(isObject), more: answer.more === true };
}

/** Rows that move while a list is read can stand on two pages; rows without an ID cannot be told apart and all count. */
function isNew(row: IDataObject, seen: Set<unknown>): boolean {
	if (row.id === undefined) return true;
	if (seen.has(row.id)) return false;
	seen.add(row.id);
	return true;
}

function tooMany(api: Api, list: string): NodeOperationError {
	return new NodeOperationError(
		api.host.getNode(),
		`PagerDuty lists no more than ${ceiling} ${list.replace(/_/g, ' ')}`,
		{
			description:
				'There are more than that, so the list would not be complete. Narrow it with a filter (a shorter time, one service, one team), or set a Limit.',
		},
	);
}
