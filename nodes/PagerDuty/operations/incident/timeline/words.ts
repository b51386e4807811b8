import type { IDataObject } from 'n8n-workflow';

import { partOf, rowsOf } from '../../../api/answer';
import { kindOfEntry, noteIn } from '../../../api/logEntry';
import { enumerated, nameOf, oneLine } from '../markdown';
import { momentText } from '../../../incidentLog/times';

/** Who or what did it: a user, a service or an integration. */
export const whoDid = ({ agent }: IDataObject) => (agent ? nameOf(agent) : 'PagerDuty');

/** Notes are shown up to this length, in characters; the log entry has them in full. */
const longestNote = 500;

function quoted(entry: IDataObject): string {
	const note = noteIn(entry);
	return note === undefined ? '' : `: “${oneLine(note, longestNote)}”`;
}

function toAssignees(entry: IDataObject): string {
	const names = rowsOf(entry, 'assignees').map(nameOf);
	return names.length > 0 ? ` to ${enumerated(names)}` : '';
}

function untilWhen(entry: IDataObject): string {
	const [{ at } = {}] = rowsOf(entry, 'changed_actions');
	return at === undefined ? '' : ` until ${momentText(at)}`;
}

function byMeans(entry: IDataObject): string {
	const { type } = partOf(partOf(entry, 'channel'), 'notification');
	return typeof type === 'string' ? ` by ${oneLine(type, 30).replaceAll('_', ' ')}` : '';
}

function reported(entry: IDataObject): string {
	const text = partOf(entry, 'channel').summary ?? partOf(entry, 'event_details').description;
	return typeof text === 'string' ? `: ${oneLine(text)}` : '';
}

/** What happened, by the kind of the log entry. */
const sentences: Readonly<Record<string, (entry: IDataObject) => string>> = {
	acknowledge: (entry) => `${whoDid(entry)} acknowledged the incident`,
	annotate: (entry) => `${whoDid(entry)} wrote a note${quoted(entry)}`,
	assign: (entry) => `${whoDid(entry)} assigned the incident${toAssignees(entry)}`,
	delegate: (entry) => `${whoDid(entry)} handed the incident over${toAssignees(entry)}`,
	escalate: (entry) => `${whoDid(entry)} escalated the incident${toAssignees(entry)}`,
	exhaust_escalation_path: () => 'Nobody is left to escalate to',
	notify: (entry) => `PagerDuty notified ${nameOf(entry.user)}${byMeans(entry)}`,
	reach_ack_limit: () => 'The incident cannot be acknowledged any more: it reached a limit of PagerDuty',
	reach_trigger_limit: () => 'The incident takes no more events: it reached a limit of PagerDuty',
	repeat_escalation_path: () => 'The escalation policy starts again from its first level',
	resolve: (entry) => `${whoDid(entry)} resolved the incident${quoted(entry)}`,
	snooze: (entry) => `${whoDid(entry)} snoozed the incident${untilWhen(entry)}`,
	trigger: (entry) => `${whoDid(entry)} reported an alert${reported(entry)}`,
	unacknowledge: () => 'The acknowledgement ended, and the incident is triggered again',
};

/**
 * What happened as a sentence without its full stop. PagerDuty's own words where it says more than we know.
 *
 * @param incident it names the entry with which it was opened; other alerts are logged in the same way
 */
export function whatHappened(entry: IDataObject, incident: IDataObject): string {
	if (entry.id === partOf(incident, 'first_trigger_log_entry').id)
		return `${whoDid(entry)} opened the incident`;
	const changes = Array.isArray(entry.changeset) ? entry.changeset.map((each) => oneLine(each)) : [];
	if (changes.length > 0) return `${changes.join(', ')} (${whoDid(entry)})`;
	return (
		sentences[kindOfEntry(entry)]?.(entry) ??
		oneLine(entry.summary ?? `Something of the kind ${kindOfEntry(entry)}`)
	);
}
