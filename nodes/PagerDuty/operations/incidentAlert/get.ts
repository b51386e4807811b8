import { path } from '../../api/path';
import { get as getFrom } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { options } from '../../fields/collection';
import { incidentId } from '../../fields/objects/incident';
import { alertId } from '../../fields/objects/incidentAlert';
import { parallelRequests } from '../../fields/parallelRequests';
import { simplify } from '../../fields/simplify';
import { incidentAlert } from './resource';

/** operationId getIncidentAlert */
export const get = defineOperation({
	of: incidentAlert,
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get an incident alert',
		description: 'Read one alert of an incident, with all that the monitoring tool said',
	},
	fields: [incidentId, alertId, simplify, options(parallelRequests)],
	request: ({ incidentId, alertId }) => getFrom(path`/incidents/${incidentId}/alerts/${alertId}`),
});
