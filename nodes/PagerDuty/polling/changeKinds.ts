import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';

/** A kind of change that logs show. */
interface Kind extends INodePropertyOptions {
	readonly value: string;
}

/**
 * The kinds of changes that the logs of incidents show, under the names that PagerDuty's webhooks give to the same things.
 * Source: https://developer.pagerduty.com/api-reference — Log Entries
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

/** PagerDuty's types of log entries, without their ending `_log_entry`. */
const eventTypes: Readonly<Record<string, string>> = {
	acknowledge: 'incident.acknowledged',
	acknowledgement: 'incident.acknowledged',
	annotate: 'incident.annotated',
	assign: 'incident.reassigned',
	custom_field_value_change: 'incident.custom_field_values.updated',
	delegate: 'incident.delegated',
	escalate: 'incident.escalated',
	exhaust_escalation_path: 'incident.escalation_exhausted',
	notify: 'incident.notified',
	reach_ack_limit: 'incident.acknowledgement_limit_reached',
	reach_trigger_limit: 'incident.trigger_limit_reached',
	repeat_escalation_path: 'incident.escalation_repeated',
	resolve: 'incident.resolved',
	snooze: 'incident.snoozed',
	trigger: 'incident.triggered',
	unacknowledge: 'incident.unacknowledged',
	urgency_change: 'incident.urgency_updated',
};

/** What stands in the log of its incident only, and not in that of the account. */
const inIncidentLogs = [
	'incident.custom_field_values.updated',
	'incident.field_updated',
	'incident.priority_updated',
	'incident.reopened',
];

/** Whether any of these kinds takes the logs of single incidents to find. */
export const needIncidentLogs = (kinds: readonly string[]) =>
	kinds.some((kind) => inIncidentLogs.includes(kind));

/** What a log entry tells of, such as `incident.triggered`; one of a type that nobody documents gives its own name. */
export function eventTypeOf(entry: IDataObject): string {
	const type = String(entry.type).replace(/_log_entry(_reference)?$/, '');
	return type === 'field_value_change' ? fieldChange(entry) : (eventTypes[type] ?? `incident.${type}`);
}

/** PagerDuty has one type for all fields, and says only in words which one it was. */
function fieldChange({ summary, changeset }: IDataObject): string {
	const words = [summary, changeset].flat().join(' ');
	if (/\breopened\b/i.test(words)) return 'incident.reopened';
	return /\bpriority\b/i.test(words) ? 'incident.priority_updated' : 'incident.field_updated';
}

/** The kind to choose in the form for an event type. */
export const kindOf = (eventType: string) =>
	changeKinds.some(({ value }) => value === eventType) ? eventType : 'incident.other';
