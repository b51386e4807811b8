import { defineOperation } from '../../engine/operation';
import { options } from '../../fields/collection';
import { required } from '../../fields/field';
import { incidentId, newIncidentId } from '../../fields/objects/incident';
import { alertId } from '../../fields/objects/incidentAlert';
import { fromEmail } from '../../fields/objects/user';
import { simplify } from '../../fields/simplify';
import { alertIn, changing } from './change';
import { incidentAlert } from './resource';

interface Given {
	readonly incidentId: string;
	readonly alertId: string;
	readonly newIncidentId: string;
}

/** operationId updateIncidentAlert, updateIncidentAlerts · up to 250 alerts of one incident share a request. */
export const move = defineOperation({
	of: incidentAlert,
	option: {
		name: 'Move',
		value: 'move',
		action: 'Move an incident alert',
		description: 'Make an alert part of another open incident',
	},
	fields: [incidentId, alertId, required(newIncidentId), simplify, options(fromEmail)],
	repeat: {
		safe: true,
		because: 'The alert is looked for in the other incident before it is moved again',
		lookUp: async (api, { newIncidentId, alertId }) => await alertIn(api, newIncidentId, alertId),
	},
	...changing(({ newIncidentId }: Given) => ({ newIncidentId })),
});
