import { path } from '../../../api/path';
import { get } from '../../../api/request';
import { defineOperation } from '../../../engine/operation';
import { options } from '../../../fields/collection';
import { incidentId } from '../../../fields/objects/incident';
import { listed } from '../../../fields/paging';
import { parallelRequests } from '../../../fields/parallelRequests';
import { incident } from '../resource';

/** operationId listIncidentRelatedChangeEvents */
export const getRelatedChanges = defineOperation({
	of: incident,
	option: {
		name: 'Get Related Changes',
		value: 'getRelatedChanges',
		action: 'Get changes related to an incident',
		description:
			'List deployments and other changes that may have caused an incident, with the reason why PagerDuty thinks so',
	},
	fields: [incidentId, ...listed, options(parallelRequests)],
	answer: { list: 'change_events', paging: 'limit' },
	simple: [
		'id',
		'summary',
		'timestamp',
		'source',
		'correlation_reason',
		'services',
		'integration',
		'links',
		'custom_details',
	],
	request: ({ incidentId }) => get(path`/incidents/${incidentId}/related_change_events`),
});
