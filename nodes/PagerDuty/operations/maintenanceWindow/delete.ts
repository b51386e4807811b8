import { path } from '../../api/path';
import { del } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { endedAgain } from '../../engine/write/repeat';
import { maintenanceWindowId } from '../../fields/objects/maintenanceWindow';
import { maintenanceWindow } from './resource';

/** operationId deleteMaintenanceWindow · one that is open ends now, one that is over stays. */
export const deleteWindow = defineOperation({
	of: maintenanceWindow,
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete a maintenance window',
		description: 'Take a maintenance window back; one that is open ends now',
	},
	fields: [maintenanceWindowId],
	answer: { done: { deleted: true } },
	repeat: endedAgain,
	request: ({ maintenanceWindowId }) => del(path`/maintenance_windows/${maintenanceWindowId}`),
});
