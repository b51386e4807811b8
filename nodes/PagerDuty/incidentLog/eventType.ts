import type { IDataObject } from 'n8n-workflow';

import { kindOfEntry } from '../api/logEntry';

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

/** Kinds that PagerDuty lists in the log of an incident only, and not in that of the account. */
const inIncidentLogs = [
	'incident.custom_field_values.updated',
	'incident.field_updated',
	'incident.priority_updated',
	'incident.reopened',
];

/** Whether any of these kinds can only be found in the logs of single incidents. */
export const needIncidentLogs = (kinds: readonly string[]) =>
	kinds.some((kind) => inIncidentLogs.includes(kind));

/** The event type of a log entry, such as `incident.triggered`. A type that PagerDuty does not document keeps its name. */
export function eventTypeOf(entry: IDataObject): string {
	const type = kindOfEntry(entry);
	return type === 'field_value_change' ? fieldChange(entry) : (eventTypes[type] ?? `incident.${type}`);
}

/** PagerDuty has one type for all fields, and says only in words which one it was. */
function fieldChange({ summary, changeset }: IDataObject): string {
	const words = [summary, changeset].flat().join(' ');
	if (/\breopened\b/i.test(words)) return 'incident.reopened';
	return /\bpriority\b/i.test(words) ? 'incident.priority_updated' : 'incident.field_updated';
}
