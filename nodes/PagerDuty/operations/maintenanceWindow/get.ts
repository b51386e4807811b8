import { path } from '../../api/path';
import { get as getFrom } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { options } from '../../fields/collection';
import { maintenanceWindowId } from '../../fields/objects/maintenanceWindow';
import { parallelRequests } from '../../fields/parallelRequests';
import { simplify } from '../../fields/simplify';
import { includeOfMaintenanceWindow, maintenanceWindow } from './resource';

/** operationId getMaintenanceWindow */
export const get = defineOperation({
	of: maintenanceWindow,
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get a maintenance window',
		description: 'Read one maintenance window',
	},
	fields: [maintenanceWindowId, simplify, options(includeOfMaintenanceWindow, parallelRequests)],
	request: ({ maintenanceWindowId, ...query }) =>
		getFrom(path`/maintenance_windows/${maintenanceWindowId}`, query),
});
