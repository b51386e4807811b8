import type { INodePropertyOptions } from 'n8n-workflow';

import { oneOf } from '../../fields/oneOf';
import { atLeastOne, type Form } from './validate';

/** A kind of change that can be chosen. */
interface Kind extends INodePropertyOptions {
	readonly value: string;
}

/**
 * The kinds of changes that the logs of incidents show, under the names that PagerDuty's webhooks give to the same
 * events. Source: operationId listLogEntries
 */
export const changeKinds: Kind[] = [
	{
		name: 'Incident Acknowledged',
		value: 'incident.acknowledged',
		description: 'Someone started working on an incident',
	},
	{ name: 'Incident Resolved', value: 'incident.resolved', description: 'An incident was resolved' },
	{ name: 'Incident Triggered', value: 'incident.triggered', description: 'A new incident was opened' },
	{
		name: 'Incident Update: Acknowledgement Limit Reached',
		value: 'incident.acknowledgement_limit_reached',
		description: 'An incident was acknowledged too many times',
	},
	{
		name: 'Incident Update: Annotated',
		value: 'incident.annotated',
		description: 'A note was added to an incident',
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
		name: 'Incident Update: Escalation Exhausted',
		value: 'incident.escalation_exhausted',
		description: 'No one on any level of the escalation policy responded',
	},
	{
		name: 'Incident Update: Escalation Repeated',
		value: 'incident.escalation_repeated',
		description: 'The escalation policy started again from its first level',
	},
	{
		name: 'Incident Update: Field Updated',
		value: 'incident.field_updated',
		description: 'The title, service, type or another field of an incident changed',
	},
	{
		name: 'Incident Update: Notified',
		value: 'incident.notified',
		description: 'Someone was notified of an incident',
	},
	{
		name: 'Incident Update: Other Change',
		value: 'incident.other',
		description: 'A kind of log entry that PagerDuty does not document; "event_type" names it',
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
	{ name: 'Incident Update: Snoozed', value: 'incident.snoozed', description: 'An incident was snoozed' },
	{
		name: 'Incident Update: Trigger Limit Reached',
		value: 'incident.trigger_limit_reached',
		description: 'An incident received too many alerts',
	},
	{
		name: 'Incident Update: Unacknowledged',
		value: 'incident.unacknowledged',
		description: 'An acknowledged incident went back to triggered',
	},
	{
		name: 'Incident Update: Urgency Updated',
		value: 'incident.urgency_updated',
		description: 'The urgency of an incident changed',
	},
];

/** The kind that stands for an event type in the form. */
export const kindOf = (eventType: string) =>
	changeKinds.some(({ value }) => value === eventType) ? eventType : 'incident.other';

const offered = changeKinds.map(({ value }) => value);

/** The chosen kinds. @throws NodeOperationError when there is none, or one that the form does not offer */
export const kindsOf = (form: Form) =>
	atLeastOne(form, 'event', form.getNodeParameter('events', [])).map((kind) =>
		oneOf(form, 'Events', kind, offered),
	);
