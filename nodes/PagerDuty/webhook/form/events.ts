import type { INodePropertyOptions } from 'n8n-workflow';

/**
 * All event types of PagerDuty's webhooks. n8n wants options in alphabetical order, so the names are such that the three
 * that most people want come first.
 * Source: https://developer.pagerduty.com/docs/webhooks-overview
 */
export const eventTypes: INodePropertyOptions[] = [
	{
		name: 'Incident Acknowledged',
		value: 'incident.acknowledged',
		description: 'Someone started working on an incident',
	},
	{ name: 'Incident Resolved', value: 'incident.resolved', description: 'An incident was resolved' },
	{ name: 'Incident Triggered', value: 'incident.triggered', description: 'A new incident was opened' },
	{
		name: 'Incident Update: Action Invocation Created',
		value: 'incident.action_invocation.created',
		description: 'An automation action was started',
	},
	{
		name: 'Incident Update: Action Invocation Terminated',
		value: 'incident.action_invocation.terminated',
		description: 'An automation action ended',
	},
	{
		name: 'Incident Update: Action Invocation Updated',
		value: 'incident.action_invocation.updated',
		description: 'An automation action reported progress',
	},
	{
		name: 'Incident Update: Annotated',
		value: 'incident.annotated',
		description: 'A note was added to an incident',
	},
	{
		name: 'Incident Update: Conference Bridge Updated',
		value: 'incident.conference_bridge.updated',
		description: 'The conference bridge of an incident changed',
	},
	{
		name: 'Incident Update: Custom Field Values Updated',
		value: 'incident.custom_field_values.updated',
		description: 'Custom fields of an incident changed',
	},
	{
		name: 'Incident Update: Delegated',
		value: 'incident.delegated',
		description: 'An incident was moved to another escalation policy',
	},
	{
		name: 'Incident Update: Escalated',
		value: 'incident.escalated',
		description: 'An incident moved to the next escalation level',
	},
	{
		name: 'Incident Update: Priority Updated',
		value: 'incident.priority_updated',
		description: 'The priority of an incident changed',
	},
	{
		name: 'Incident Update: Reassigned',
		value: 'incident.reassigned',
		description: 'An incident was assigned to someone else',
	},
	{
		name: 'Incident Update: Reopened',
		value: 'incident.reopened',
		description: 'A resolved incident was reopened',
	},
	{
		name: 'Incident Update: Responder Added',
		value: 'incident.responder.added',
		description: 'Someone was asked to help with an incident',
	},
	{
		name: 'Incident Update: Responder Replied',
		value: 'incident.responder.replied',
		description: 'Someone accepted or declined a request for help',
	},
	{
		name: 'Incident Update: Role Assigned',
		value: 'incident.role.assigned',
		description: 'Someone was given a role in an incident',
	},
	{
		name: 'Incident Update: Service Updated',
		value: 'incident.service_updated',
		description: 'An incident was moved to another service',
	},
	{
		name: 'Incident Update: Status Update Published',
		value: 'incident.status_update_published',
		description: 'A status update was sent to stakeholders',
	},
	{
		name: 'Incident Update: Task Completed',
		value: 'incident.task.completed',
		description: 'A task of an incident was completed',
	},
	{
		name: 'Incident Update: Task Created',
		value: 'incident.task.created',
		description: 'A task was added to an incident',
	},
	{
		name: 'Incident Update: Task Updated',
		value: 'incident.task.updated',
		description: 'A task of an incident changed',
	},
	{
		name: 'Incident Update: Type Changed',
		value: 'incident.incident_type.changed',
		description: 'The type of an incident changed',
	},
	{
		name: 'Incident Update: Unacknowledged',
		value: 'incident.unacknowledged',
		description: 'An acknowledged incident went back to triggered',
	},
	{
		name: 'Incident Update: Workflow Completed',
		value: 'incident.workflow.completed',
		description: 'An incident workflow in PagerDuty finished',
	},
	{
		name: 'Incident Update: Workflow Started',
		value: 'incident.workflow.started',
		description: 'An incident workflow in PagerDuty started',
	},
	{ name: 'Service Created', value: 'service.created', description: 'A service was created' },
	{
		name: 'Service Custom Field Values Updated',
		value: 'service.custom_field_values.updated',
		description: 'Custom fields of a service changed',
	},
	{ name: 'Service Deleted', value: 'service.deleted', description: 'A service was deleted' },
	{ name: 'Service Updated', value: 'service.updated', description: 'A service was changed' },
];
