import type { INodePropertyOptions } from 'n8n-workflow';

/**
 * All event types of PagerDuty's webhooks, as people say them.
 * Source: https://developer.pagerduty.com/docs/webhooks-overview
 */
export const eventTypes: INodePropertyOptions[] = [
	{
		name: 'Incident Acknowledged',
		value: 'incident.acknowledged',
		description: 'Somebody works on an incident',
	},
	{
		name: 'Incident Action Invocation Created',
		value: 'incident.action_invocation.created',
		description: 'An automation action was started',
	},
	{
		name: 'Incident Action Invocation Terminated',
		value: 'incident.action_invocation.terminated',
		description: 'An automation action ended',
	},
	{
		name: 'Incident Action Invocation Updated',
		value: 'incident.action_invocation.updated',
		description: 'An automation action reported something',
	},
	{
		name: 'Incident Annotated',
		value: 'incident.annotated',
		description: 'A note was written on an incident',
	},
	{
		name: 'Incident Conference Bridge Updated',
		value: 'incident.conference_bridge.updated',
		description: 'The conference call of an incident changed',
	},
	{
		name: 'Incident Custom Field Values Updated',
		value: 'incident.custom_field_values.updated',
		description: 'Custom fields of an incident changed',
	},
	{
		name: 'Incident Delegated',
		value: 'incident.delegated',
		description: 'An incident was given to another escalation policy',
	},
	{
		name: 'Incident Escalated',
		value: 'incident.escalated',
		description: 'An incident went to the next level',
	},
	{
		name: 'Incident Priority Updated',
		value: 'incident.priority_updated',
		description: 'The priority of an incident changed',
	},
	{
		name: 'Incident Reassigned',
		value: 'incident.reassigned',
		description: 'An incident was given to another user',
	},
	{
		name: 'Incident Reopened',
		value: 'incident.reopened',
		description: 'A resolved incident was opened again',
	},
	{
		name: 'Incident Resolved',
		value: 'incident.resolved',
		description: 'The problem of an incident is over',
	},
	{
		name: 'Incident Responder Added',
		value: 'incident.responder.added',
		description: 'Somebody was asked to help',
	},
	{
		name: 'Incident Responder Replied',
		value: 'incident.responder.replied',
		description: 'Somebody who was asked to help answered',
	},
	{
		name: 'Incident Role Assigned',
		value: 'incident.role.assigned',
		description: 'Somebody took a role in an incident',
	},
	{
		name: 'Incident Service Updated',
		value: 'incident.service_updated',
		description: 'An incident was moved to another service',
	},
	{
		name: 'Incident Status Update Published',
		value: 'incident.status_update_published',
		description: 'A status update was sent to stakeholders',
	},
	{
		name: 'Incident Task Completed',
		value: 'incident.task.completed',
		description: 'A task of an incident was done',
	},
	{
		name: 'Incident Task Created',
		value: 'incident.task.created',
		description: 'A task was added to an incident',
	},
	{
		name: 'Incident Task Updated',
		value: 'incident.task.updated',
		description: 'A task of an incident changed',
	},
	{ name: 'Incident Triggered', value: 'incident.triggered', description: 'A new incident was opened' },
	{
		name: 'Incident Type Changed',
		value: 'incident.incident_type.changed',
		description: 'An incident became another kind of incident',
	},
	{
		name: 'Incident Unacknowledged',
		value: 'incident.unacknowledged',
		description: 'An acknowledged incident went back to triggered',
	},
	{
		name: 'Incident Workflow Completed',
		value: 'incident.workflow.completed',
		description: 'An incident workflow of PagerDuty ended',
	},
	{
		name: 'Incident Workflow Started',
		value: 'incident.workflow.started',
		description: 'An incident workflow of PagerDuty began',
	},
	{ name: 'Service Created', value: 'service.created', description: 'A service was created' },
	{
		name: 'Service Custom Field Values Updated',
		value: 'service.custom_field_values.updated',
		description: 'Custom fields of a service changed',
	},
	{ name: 'Service Deleted', value: 'service.deleted', description: 'A service was deleted' },
	{ name: 'Service Updated', value: 'service.updated', description: 'A service changed' },
];
