import type { IDataObject } from 'n8n-workflow';

import type { Api } from '../../../nodes/PagerDuty/api/client';
import { readList } from '../../../nodes/PagerDuty/api/list';
import { path } from '../../../nodes/PagerDuty/api/path';
import { get, post, type ApiRequest } from '../../../nodes/PagerDuty/api/request';
import { node } from '../../contract/requests/recorder';

/** A list of so many rows that hands out pages as PagerDuty does; `mark` gives what an answer says of the next one. */
function listing(
	count: number,
	place: (request: ApiRequest) => [unknown, unknown],
	mark: (next?: string) => IDataObject,
) {
	const asked: ApiRequest[] = [];
	const all = Array.from({ length: count }, (_, index) => ({ id: `P${index}` }));
	const call = async (request: ApiRequest) => {
		asked.push(request);
		const [from = 'm0', limit] = place(request);
		const start = Number(String(from).slice(1));
		const end = start + Number(limit);
		return { records: all.slice(start, end), ...mark(end < count ? `m${end}` : undefined) };
	};
	return { api: { call, host: { getNode: () => node } } as object as Api, asked, all };
}

const byCursor = (count: number) =>
	listing(
		count,
		({ query }) => [query?.cursor, query?.limit],
		(next) => ({ next_cursor: next ?? null }),
	);
const byLast = (count: number) =>
	listing(
		count,
		({ body }) => [body?.starting_after, body?.limit],
		(next) => ({ more: next !== undefined, last: next ?? 'm0' }),
	);

describe.each([
	['cursor', byCursor, get(path`/audit/records`, { since: '2026-01-01' }), 100],
	['starting_after', byLast, post(path`/analytics/raw/incidents`, { filters: {} }), 1000],
] as const)('A list paged by %s', (paging, open, request, page) => {
	it.each([0, 1, page, page + 1, 3 * page])('has each of its %i rows once, in order', async (count) => {
		const { api, asked, all } = open(count);
		expect(await readList(api, request, { list: 'records', paging })).toEqual(all);
		expect(asked).toHaveLength(Math.max(1, Math.ceil(count / page)));
	});

	it('asks for no more than its Limit', async () => {
		const { api, asked, all } = open(3 * page);
		const rows = await readList(api, request, { list: 'records', paging }, page + 5);
		expect(rows).toEqual(all.slice(0, page + 5));
		expect(asked).toHaveLength(2);
	});

	it('keeps what else was asked for on every page', async () => {
		const { api, asked } = open(2 * page);
		await readList(api, request, { list: 'records', paging });
		for (const each of asked) expect(each).toMatchObject(request);
	});

	it('is an error where a page is followed by itself', async () => {
		const { api } = listing(
			10,
			() => ['m0', 5],
			() => ({ next_cursor: 'm5', more: true, last: 'm5' }),
		);
		await expect(readList(api, request, { list: 'records', paging })).rejects.toThrow('followed by itself');
	});
});
