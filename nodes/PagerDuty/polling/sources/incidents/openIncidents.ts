import type { IDataObject } from 'n8n-workflow';

import type { Api } from '../../../api/client';
import type { ListShape } from '../../../api/list';
import { path } from '../../../api/path';
import { windowsOf } from '../../../fields/incidentOrder';
import type { Filters } from '../../form/filters';
import { isDated, readableRows } from '../readableRows';
import { isoTime } from '../source';

const incidents: ListShape = { list: 'incidents', paging: 'offset', windows: windowsOf };

/** Incidents that are triggered or acknowledged now, however old; oldest first. Source: operationId listIncidents */
export async function openIncidents(
	api: Api,
	{ serviceIds, teamIds, urgency }: Omit<Filters, 'checks'> = {},
): Promise<IDataObject[]> {
	const query = {
		'statuses[]': ['triggered', 'acknowledged'],
		date_range: 'all',
		'service_ids[]': serviceIds,
		'team_ids[]': teamIds,
		'urgencies[]': urgency === undefined ? undefined : [urgency],
	};
	return await readableRows(api, { method: 'GET', path: path`/incidents`, query }, incidents, isDated);
}

/** Incidents of any state that were created in a range of time (milliseconds since 1970); oldest first. Source: operationId listIncidents */
export async function incidentsCreated(
	api: Api,
	{ since, until, teamIds }: { since: number; until: number; teamIds?: readonly string[] },
): Promise<IDataObject[]> {
	const query = { since: isoTime(since), until: isoTime(until), 'team_ids[]': teamIds };
	return await readableRows(api, { method: 'GET', path: path`/incidents`, query }, incidents, isDated);
}
