import type { IDataObject } from 'n8n-workflow';

import type { Api } from '../../../api/client';
import { allRows } from '../../../api/pages';
import { path } from '../../../api/path';
import { get } from '../../../api/request';

/** operationId listMaintenanceWindows · the windows of a service that are open or to come, by their start. */
export async function maintenanceOf(api: Api, serviceId: string, limit?: number): Promise<IDataObject[]> {
	const request = get(path`/maintenance_windows`, { serviceIds: [serviceId], filter: 'open' });
	const windows = await allRows(api, request, 'maintenance_windows', { limit });
	return windows.sort((a, b) => startOf(a) - startOf(b));
}

/** Whether a window is open at a moment (milliseconds since 1970), not just to come. */
export const hasBegun = (window: IDataObject, now: number) => startOf(window) <= now;

const startOf = ({ start_time: start }: IDataObject) => Date.parse(String(start));
