import { path } from '../../api/path';
import { get as getFrom } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { options } from '../../fields/collection';
import { incidentWorkflowId } from '../../fields/objects/incidentWorkflow';
import { parallelRequests } from '../../fields/parallelRequests';
import { simplify } from '../../fields/simplify';
import { incidentWorkflow } from './resource';

/** operationId getIncidentWorkflow */
export const get = defineOperation({
	of: incidentWorkflow,
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get an incident workflow',
		description: 'Read one incident workflow with its steps',
	},
	fields: [incidentWorkflowId, simplify, options(parallelRequests)],
	request: ({ incidentWorkflowId }) => getFrom(path`/incident_workflows/${incidentWorkflowId}`),
});
