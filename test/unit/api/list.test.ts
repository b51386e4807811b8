import type { IDataObject } from 'n8n-workflow';

import type { Api } from '../../../nodes/PagerDuty/api/client';
import { readList } from '../../../nodes/PagerDuty/api/list';
import { path } from '../../../nodes/PagerDuty/api/path';
import { get, type ApiRequest } from '../../../nodes/PagerDuty/api/request';

/** An account with so many rows, which gives as many of them as it is asked for. */
function account(count: number) {
	const asked: ApiRequest[] = [];
	const rows = Array.from({ length: count }, (_, index) => ({ id: `P${index}` }));
	const call = async (request: ApiRequest): Promise<IDataObject> => {
		asked.push(request);
		return { rows: rows.slice(0, Number(request.query?.limit)) };
	};
	return { api: { call } as Api, asked };
}

const request = get(path`/rows`, { since: 'yesterday' });

describe('A list that knows no pages, only a limit', () => {
	it('is asked for as many rows as are wanted, beside what else is asked', async () => {
		const { api, asked } = account(50);
		expect(await readList(api, request, { list: 'rows', paging: 'limit' }, 7)).toHaveLength(7);
		expect(asked.map(({ query }) => query)).toEqual([{ since: 'yesterday', limit: 7 }]);
	});

	it('is asked for as many as PagerDuty gives where all are wanted', async () => {
		const { api, asked } = account(500);
		expect(await readList(api, request, { list: 'rows', paging: 'limit', most: 300 })).toHaveLength(300);
		expect(await readList(api, request, { list: 'rows', paging: 'limit' })).toHaveLength(100);
		expect(asked.map(({ query }) => query?.limit)).toEqual([300, 100]);
	});
});
