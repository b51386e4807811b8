import type { IDataObject } from 'n8n-workflow';

import { path } from '../../api/path';
import { required } from '../field';
import { locator } from '../locator';
import { search } from '../picker';

const nameOf = ({ description, summary, start_time: start, end_time: end }: IDataObject) =>
	`${String(description || summary || 'Maintenance')}, ${String(start)} – ${String(end)}`;

/** Windows that are open or still to come: those that are over cannot be changed. */
export const searchMaintenanceWindows = search({
	request: (query) => ({
		method: 'GET',
		path: path`/maintenance_windows`,
		query: { query, filter: query === undefined ? 'open' : 'all' },
	}),
	list: 'maintenance_windows',
	scopes: ['services.read'],
	name: nameOf,
});

export const maintenanceWindowId = required(
	locator({
		name: 'maintenanceWindowId',
		displayName: 'Maintenance Window',
		description:
			'The maintenance window to work with. The list has those that are open or to come; with a search text, also older ones.',
		search: 'searchMaintenanceWindows',
		noun: 'maintenance window',
		page: 'service-directory/maintenance-windows',
	}),
);
