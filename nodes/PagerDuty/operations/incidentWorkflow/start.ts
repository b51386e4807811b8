import { path } from '../../api/path';
import { post, wire } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { notAgain } from '../../engine/write/repeat';
import { additionalFields } from '../../fields/collection';
import { field } from '../../fields/field';
import { reference } from '../../fields/id';
import { incidentId } from '../../fields/objects/incident';
import { incidentWorkflowId } from '../../fields/objects/incidentWorkflow';
import { incidentWorkflow } from './resource';

const instanceId = field({
	displayName: 'Instance ID',
	name: 'instanceId',
	type: 'string',
	default: '',
	placeholder: 'e.g. 3f0c5a52-6b1d-4f6e-9a55-51a0d6f1c0de',
	description: 'A name of your own for this start of the workflow, to tell it from others',
});

/** operationId createIncidentWorkflowInstance · PagerDuty runs the steps afterwards; how that goes, its webhooks tell. */
export const start = defineOperation({
	of: incidentWorkflow,
	option: {
		name: 'Start',
		value: 'start',
		action: 'Start an incident workflow',
		description: 'Have PagerDuty carry out the steps of an incident workflow for an incident',
	},
	fields: [incidentWorkflowId, incidentId, additionalFields(instanceId)],
	scopes: ['incident_workflows:instances.write'],
	repeat: notAgain('PagerDuty has no list of the workflows that were started'),
	request: ({ incidentWorkflowId, incidentId, instanceId }) =>
		post(path`/incident_workflows/${incidentWorkflowId}/instances`, {
			incident_workflow_instance: wire({
				id: instanceId,
				incident: reference('incident_reference', incidentId),
			}),
		}),
	answer: { one: 'incident_workflow_instance' },
});
