import type { IDataObject } from 'n8n-workflow';

import { partOf, rowsOf } from '../../../api/answer';
import { kindOfEntry, noteIn } from '../../../api/logEntry';
import { hasBegun } from '../../service/status/maintenance';
import { enumerated, nameOf, oneLine } from '../markdown';
import { durationText, momentText, secondsBetween } from '../../../incidentLog/times';

/** What happened, on what, since when, and whether somebody works on it. */
export function headLines(context: IDataObject, now: number): string[] {
	const incident = partOf(context, 'incident');
	const { incident_number: number, title, html_url: page, urgency, priority, created_at: opened } = incident;
	const { details } = partOf(incident, 'body');
	const name = `#${String(number)}`;
	const linked = typeof page === 'string' ? `[${name}](${page})` : name;
	const importance = [`${String(urgency)} urgency`, ...(priority ? [`priority ${nameOf(priority)}`] : [])];
	return [
		`**${linked} ${oneLine(title)}**`,
		`${capitalized(String(incident.status))}, ${importance.join(', ')}, on ${serviceText(context, now)}.`,
		`Opened ${momentText(opened)}${ageOf(incident, now)}. ${whoWorks(context)}`,
		...(typeof details === 'string' && details.trim() !== '' ? [oneLine(details)] : []),
	];
}

const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The service, with its state where that is known, and why it may be silent. */
function serviceText(context: IDataObject, now: number): string {
	const { status } = partOf(context, 'service');
	const name = nameOf(partOf(context, 'incident').service);
	const state = typeof status === 'string' ? ` (${oneLine(status, 30)})` : '';
	const [open] = rowsOf(context, 'maintenance_windows').filter((window) => hasBegun(window, now));
	return open === undefined
		? name + state
		: `${name}${state}, in maintenance until ${momentText(open.end_time)}`;
}

function ageOf({ status, created_at: opened, resolved_at: resolved }: IDataObject, now: number): string {
	const until = status === 'resolved' ? resolved : new Date(now).toISOString();
	const seconds = secondsBetween(opened, until);
	if (seconds === null) return '';
	return `, ${status === 'resolved' ? 'resolved after' : 'open for'} ${durationText(seconds)}`;
}

function whoWorks(context: IDataObject): string {
	const incident = partOf(context, 'incident');
	if (incident.status === 'resolved') return howItEnded(context);
	const people = rowsOf(incident, 'acknowledgements').map(({ acknowledger }) => nameOf(acknowledger));
	if (people.length > 0) return `Acknowledged by ${enumerated(people)}.`;
	const assigned = rowsOf(incident, 'assignments').map(({ assignee }) => nameOf(assignee));
	return `Not acknowledged${assigned.length > 0 ? `, assigned to ${enumerated(assigned)}` : ' and assigned to nobody'}.`;
}

function howItEnded(context: IDataObject): string {
	const { last_status_change_by: by, resolve_reason: reason } = partOf(context, 'incident');
	const merged = partOf({ reason }, 'reason').incident;
	if (merged) return `It was merged into ${nameOf(merged)}.`;
	const entry = rowsOf(context, 'timeline').findLast((row) => kindOfEntry(row) === 'resolve');
	const note = entry && noteIn(partOf(entry, 'log_entry'));
	return `Resolved by ${nameOf(by)}${note === undefined ? '' : `: “${oneLine(note)}”`}.`;
}
