import type { IDataObject } from 'n8n-workflow';

import { rowsOf } from '../../../api/answer';
import type { Api } from '../../../api/client';
import { path } from '../../../api/path';
import { get, type Query } from '../../../api/request';
import { isTooWide, windows } from '../../../api/windows';
import { windowsOf } from '../../../fields/incidentOrder';

/** How many incidents a query finds, and one of them where PagerDuty gave one along. */
export interface Count {
	readonly count: number;
	readonly example?: IDataObject;
}

/**
 * operationId listIncidents · PagerDuty counts by itself with `total=true`, in one request. That number is not bound by
 * the 10,000 rows that it hands out: its page on pagination speaks of totals above them, and people have met some. Only
 * where PagerDuty does not take the range at once (six months), or says no total, the incidents are read and counted here.
 * Sources: https://developer.pagerduty.com/docs/pagination, https://github.com/stripe-archive/pd2pg/issues/16
 */
export async function countIncidents(api: Api, query: Query): Promise<Count> {
	const request = get(path`/incidents`, query);
	if (!isTooWide(request.query)) {
		const answer = await api.call({ ...request, query: { ...request.query, limit: 1, total: true } });
		if (typeof answer.total === 'number')
			return { count: answer.total, example: rowsOf(answer, 'incidents')[0] };
	}
	let count = 0;
	let example: IDataObject | undefined;
	for await (const page of incidentPages(api, query)) {
		count += page.length;
		example ??= page[0];
	}
	return { count, example };
}

/** All incidents that a query finds, page by page: each once, however many there are. */
export function incidentPages(api: Api, query: Query): AsyncGenerator<IDataObject[], void, undefined> {
	const request = get(path`/incidents`, query);
	return windows(api, request, 'incidents', windowsOf(request.query));
}
