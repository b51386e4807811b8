import { defineOperation } from '../../engine/operation';
import { options } from '../../fields/collection';
import { incidentId } from '../../fields/objects/incident';
import { alertId } from '../../fields/objects/incidentAlert';
import { fromEmail } from '../../fields/objects/user';
import { simplify } from '../../fields/simplify';
import { alertIn, changing } from './change';
import { incidentAlert } from './resource';

/** operationId updateIncidentAlert, updateIncidentAlerts · up to 250 alerts of one incident share a request. */
export const resolve = defineOperation({
	of: incidentAlert,
	option: {
		name: 'Resolve',
		value: 'resolve',
		action: 'Resolve an incident alert',
		description:
			'Say that what an alert reported is over. With the last open alert PagerDuty resolves the incident as well.',
	},
	fields: [incidentId, alertId, simplify, options(fromEmail)],
	repeat: {
		safe: true,
		because: 'The alert is looked up before it is resolved again',
		lookUp: async (api, { incidentId, alertId }) => {
			const alert = await alertIn(api, incidentId, alertId);
			return alert?.status === 'resolved' ? alert : undefined;
		},
	},
	...changing(() => ({ status: 'resolved' })),
});
