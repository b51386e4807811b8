import type { IDataObject } from 'n8n-workflow';

import { rowsOf } from '../../api/answer';
import { path } from '../../api/path';
import { get, put, wire } from '../../api/request';
import { one } from '../../api/shape';
import { defineOperation } from '../../engine/operation';
import { setAgain } from '../../engine/write/repeat';
import { updateFields } from '../../fields/collection';
import { maintenanceWindowId } from '../../fields/objects/maintenanceWindow';
import { simplify } from '../../fields/simplify';
import {
	description,
	endsBeforeItStarts,
	endTime,
	referencesTo,
	startTime,
	windowServiceIds,
} from './fields';
import { maintenanceWindow } from './resource';

/** operationId updateMaintenanceWindow · PagerDuty wants all of a window, so what is to stay is read first. */
export const update = defineOperation({
	of: maintenanceWindow,
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update a maintenance window',
		description: 'Change the time, the services or the description of a maintenance window that is not over',
	},
	fields: [maintenanceWindowId, updateFields(description, endTime, windowServiceIds, startTime), simplify],
	scopes: ['services.read', 'services.write'],
	conflict: ({ maintenanceWindowId: _, ...changes }) =>
		Object.keys(changes).length > 0
			? endsBeforeItStarts(changes)
			: { field: 'updateFields', message: 'name nothing to change. Add at least one field' },
	repeat: setAgain,
	run: async (api, { maintenanceWindowId, serviceIds, ...changes }) => {
		const at = path`/maintenance_windows/${maintenanceWindowId}`;
		const window = await one(api, get(at), 'maintenance_window');
		const services = serviceIds ?? rowsOf(window, 'services').map(({ id }) => String(id));
		const changed = { ...kept(window), ...wire(changes), services: referencesTo(services) };
		return await one(api, put(at, { maintenance_window: changed }), 'maintenance_window');
	},
});

const kept = ({ start_time, end_time, description }: IDataObject) => ({
	type: 'maintenance_window',
	start_time,
	end_time,
	description,
});
