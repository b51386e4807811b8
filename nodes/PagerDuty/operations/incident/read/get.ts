import { path } from '../../../api/path';
import { get as getFrom } from '../../../api/request';
import { defineOperation } from '../../../engine/operation';
import { options } from '../../../fields/collection';
import { incidentIdOrNumber } from '../../../fields/objects/incident';
import { parallelRequests } from '../../../fields/parallelRequests';
import { simplify } from '../../../fields/simplify';
import { includeOfIncident } from './include';
import { incident } from '../resource';

/** operationId getIncident */
export const get = defineOperation({
	of: incident,
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get an incident',
		description: 'Read one incident by its ID, its number, or from the list',
	},
	fields: [incidentIdOrNumber, simplify, options(includeOfIncident, parallelRequests)],
	simple: [...incident.simple, 'first_trigger_log_entry'],
	request: ({ incidentId, ...query }) => getFrom(path`/incidents/${incidentId}`, query),
});
