import type { IDataObject } from 'n8n-workflow';

import type { Api } from '../../../api/client';
import type { ListShape } from '../../../api/list';
import { path } from '../../../api/path';
import { windowsOf } from '../../../fields/incidentOrder';
import type { Filters } from '../../form/filters';
import { isDated, readableRows } from '../readableRows';

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
