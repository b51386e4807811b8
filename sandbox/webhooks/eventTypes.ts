/** The outbound event types of v3 webhooks, each with the `type` of its data: https://developer.pagerduty.com/docs/webhooks-overview */
export const eventTypes = {
	'incident.acknowledged': 'incident',
	'incident.action_invocation.created': 'incident_action_invocation',
	'incident.action_invocation.terminated': 'incident_action_invocation',
	'incident.action_invocation.updated': 'incident_action_invocation',
	'incident.annotated': 'incident_note',
	'incident.conference_bridge.updated': 'incident_conference_bridge',
	'incident.custom_field_values.updated': 'incident_field_values',
	'incident.delegated': 'incident',
	'incident.escalated': 'incident',
	'incident.incident_type.changed': 'incident',
	'incident.priority_updated': 'incident',
	'incident.reassigned': 'incident',
	'incident.reopened': 'incident',
	'incident.resolved': 'incident',
	'incident.responder.added': 'incident_responder',
	'incident.responder.replied': 'incident_responder',
	'incident.role.assigned': 'incident_role_assignment',
	'incident.service_updated': 'incident',
	'incident.status_update_published': 'incident_status_update',
	'incident.task.completed': 'incident_task',
	'incident.task.created': 'incident_task',
	'incident.task.updated': 'incident_task',
	'incident.triggered': 'incident',
	'incident.unacknowledged': 'incident',
	'incident.workflow.completed': 'incident_workflow_instance',
	'incident.workflow.started': 'incident_workflow_instance',
	'service.created': 'service',
	'service.custom_field_values.updated': 'service_field_values',
	'service.deleted': 'service',
	'service.updated': 'service',
} as const;

export type EventType = keyof typeof eventTypes;
export type DataType = (typeof eventTypes)[EventType];

export const isEventType = (name: string): name is EventType => Object.hasOwn(eventTypes, name);

/** A subscription may also name the test event. */
export const isSubscribable = (name: string): boolean => isEventType(name) || name === 'pagey.ping';
