import { defineOperation } from '../../engine/operation';
import { setAgain } from '../../engine/write/repeat';
import { options, updateFields } from '../../fields/collection';
import { field } from '../../fields/field';
import { incidentId, newIncidentId } from '../../fields/objects/incident';
import { alertId } from '../../fields/objects/incidentAlert';
import { fromEmail } from '../../fields/objects/user';
import { simplify } from '../../fields/simplify';
import { alertIn, changeOf } from './change';
import { incidentAlert } from './resource';

const status = field({
	displayName: 'Status',
	name: 'status',
	type: 'options',
	options: [
		{ name: 'Resolved', value: 'resolved' },
		{ name: 'Triggered', value: 'triggered', description: 'Opens a resolved alert again' },
	],
	default: 'resolved',
	description: 'The new state of the alert',
});

/** operationId updateIncidentAlert */
export const update = defineOperation({
	of: incidentAlert,
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update an incident alert',
		description: 'Change the status of an alert, or the incident that it belongs to',
	},
	fields: [incidentId, alertId, updateFields(newIncidentId, status), simplify, options(fromEmail)],
	conflict: ({ newIncidentId, status }) =>
		newIncidentId === undefined && status === undefined
			? { field: 'updateFields', message: 'name nothing to change. Add at least one field' }
			: undefined,
	repeat: {
		...setAgain,
		lookUp: async (api, { alertId, newIncidentId, status }) => {
			if (newIncidentId === undefined) return undefined;
			const moved = await alertIn(api, newIncidentId, alertId);
			return status === undefined || moved?.status === status ? moved : undefined;
		},
	},
	request: ({ incidentId, alertId, ...change }) => changeOf({ incidentId, alertId }, change),
});
