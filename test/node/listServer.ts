import type { IDataObject } from 'n8n-workflow';

import { pagerDutyServer, type Received } from './pagerDutyServer';

/** PagerDuty's largest page, less the row by which pages overlap. */
export const stride = 99;

export const rows = (count: number) =>
	Array.from({ length: count }, (_, index) => ({ id: `P${index}`, title: `T${index}` }));

/** A number in the query of a request: `limit`, `offset`. */
export const number = ({ query }: Received, name: string) =>
	Number(query.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1));

/** How a list is handed out. */
export interface Manner {
	/** The largest page. */
	readonly largest?: (page: { offset: number }) => number;
	/** Whether it says how many rows there are when it is asked to. */
	readonly counts?: boolean;
	/** Looks at each request before it is answered. */
	readonly before?: (request: Received) => void;
}

/** Hands out `all`, as it is at the moment, as PagerDuty does, refusing what lies beyond its ceiling. */
export const listServer = (
	all: IDataObject[],
	{ largest = () => 100, counts = true, before = () => {} }: Manner = {},
	name = 'incidents',
) =>
	pagerDutyServer((request) => {
		before(request);
		const [offset, limit] = [number(request, 'offset'), number(request, 'limit')];
		if (limit > 100 || offset + limit > 10_000)
			return { status: 400, body: { error: { message: 'Too far' } } };
		const size = Math.min(limit, largest({ offset }));
		const total = counts && request.query.includes('total=true') ? all.length : null;
		return { body: { [name]: all.slice(offset, offset + size), more: offset + size < all.length, total } };
	});
