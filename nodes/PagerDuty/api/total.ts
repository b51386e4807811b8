import type { Api } from './client';
import type { ApiRequest } from './request';
import { readPage } from './page';
import { queriesOf } from './windows';

/**
 * How many rows a list has, by PagerDuty's own count: one request, or one for each six months. undefined where it does
 * not say. Source: https://developer.pagerduty.com/docs/pagination
 */
export async function totalOf(api: Api, request: ApiRequest, list: string): Promise<number | undefined> {
	let sum = 0;
	for (const query of queriesOf(request.query)) {
		const place = { offset: 0, limit: 1, total: true } as const;
		const { total } = await readPage(api, { ...request, query }, list, place);
		if (total === undefined) return undefined;
		sum += total;
	}
	return sum;
}
