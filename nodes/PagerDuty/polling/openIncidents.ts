import type { IDataObject } from 'n8n-workflow';

import type { Api } from '../api/client';
import type { ListShape } from '../api/list';
import { path } from '../api/path';
import { newestFirst, type Windows } from '../api/windows';
import type { Filters } from './filters';
import { isDated, readableRows } from './readableRows';

const oldestFirst: Windows = {
	direction: 'asc',
	sortBy: ['created_at:asc'],
	compare: (a, b) => newestFirst.compare(b, a),
	comesInOrder: true,
};
const incidents: ListShape = { list: 'incidents', paging: 'offset', windows: () => oldestFirst };

/** Incidents that are triggered or acknowledged now, however old; oldest first. */
export async function openIncidents(
	api: Api,
	{ serviceIds, teamIds, urgency }: Filters = {},
): Promise<IDataObject[]> {
	const query = {
		'statuses[]': ['triggered', 'acknowledged'],
		date_range: 'all',
		'service_ids[]': serviceIds,
		'team_ids[]': teamIds,
		'urgencies[]': urgency === undefined ? undefined : [urgency],
		sort_by: 'created_at:asc',
	};
	return await readableRows(api, { method: 'GET', path: path`/incidents`, query }, incidents, isDated);
}
