import { z } from 'zod';
import { invalidInput } from '../errors';

/** Classic paging: https://developer.pagerduty.com/docs/pagination */
const maxLimit = 100;
const ceiling = 10_000;

const wholeNumber = z.string().regex(/^\d+$/, 'must be a whole number').transform(Number);

/** Query parameters of every classic list. */
export const pagingQuery = {
	limit: wholeNumber.optional(),
	offset: wholeNumber.optional(),
	total: z.enum(['true', 'false']).optional(),
};

export interface PagingQuery {
	limit?: number;
	offset?: number;
	total?: 'true' | 'false';
}

/** One page of a list: `{ <name>: [...], limit, offset, more, total }`; `total` is null unless asked for. @throws 400 */
export function page<Item>(name: string, all: Item[], query: PagingQuery, view: (item: Item) => object) {
	const limit = query.limit ?? 25;
	const offset = query.offset ?? 0;
	if (limit < 1 || limit > maxLimit) throw invalidInput(`Limit must be between 1 and ${maxLimit}`);
	if (offset + limit > ceiling)
		throw invalidInput(`Offset plus limit must not exceed ${ceiling}; narrow the search instead`);
	return {
		[name]: all.slice(offset, offset + limit).map(view),
		limit,
		offset,
		more: offset + limit < all.length,
		total: query.total === 'true' ? all.length : null,
	};
}

/** Query parameters of lists that go on from a mark. */
export const cursorQuery = { limit: wholeNumber.optional(), cursor: z.string().optional() };

/** One page of such a list: `{ <name>: [...], limit, next_cursor }`. @throws 400 for a mark that no page gave */
export function cursorPage<Item>(
	name: string,
	all: Item[],
	query: { limit?: number; cursor?: string },
	view: (item: Item) => object,
) {
	const limit = Math.min(query.limit ?? 25, maxLimit);
	const start = query.cursor === undefined ? 0 : Number(Buffer.from(query.cursor, 'base64url').toString());
	if (!Number.isInteger(start) || limit < 1) throw invalidInput('Cursor is not valid');
	const end = start + limit;
	return {
		[name]: all.slice(start, end).map(view),
		limit,
		next_cursor: end < all.length ? Buffer.from(String(end)).toString('base64url') : null,
	};
}

/** Case-insensitive search in texts, as the `query` parameters do it; no words match everything. */
export const matches = (query: string | undefined, ...texts: string[]): boolean =>
	texts.some((text) => text.toLowerCase().includes((query ?? '').trim().toLowerCase()));
