import type { IDataObject } from 'n8n-workflow';

import { partOf, rowsOf } from '../../../api/answer';
import { enumerated, nameOf, oneLine } from '../markdown';
import { durationText, momentText, secondsBetween } from '../../../incidentLog/times';

/** Rows of each list that a summary shows; there are more in the context itself. */
const shown = 3;
/** Characters of a text in such a row. */
const width = 110;

/** A heading with rows below it, or one sentence where there are none. Nothing where the part could not be had. */
function section(
	context: IDataObject,
	parts: readonly string[],
	heading: string,
	rows: readonly string[],
	none: string,
): string[] {
	if (rows.length > 0) return [`**${heading}:**`, ...rows.slice(0, shown).map((row) => `- ${row}`)];
	return parts.every((part) => context[part] === null) ? [] : [`**${heading}:** ${none}`];
}

/** Who is on call, level by level. */
export function onCallLine(context: IDataObject): string[] {
	if (context.on_call === null) return [];
	const levels = rowsOf(context, 'on_call').map((level) => {
		const people = rowsOf(level, 'on_call').map(({ user }) => nameOf(user));
		return `level ${String(level.escalation_level)} ${people.length > 0 ? enumerated(people) : 'nobody'}`;
	});
	return [`**On call now:** ${levels.length > 0 ? oneLine(levels.join('; '), 300) : 'nobody'}`];
}

/** What monitoring tools reported. */
export function alertLines(context: IDataObject): string[] {
	const { all, triggered } = partOf(partOf(context, 'incident'), 'alert_counts');
	const count = typeof all === 'number' ? ` (${all}, ${String(triggered)} of them open)` : '';
	const rows = rowsOf(context, 'alerts').map(
		({ summary, severity, status }) =>
			`${oneLine(summary, width)} (${[severity, status].filter(Boolean).map(String).join(', ')})`,
	);
	return section(context, ['alerts'], `Alerts${rows.length > 0 ? count : ''}`, rows, 'none.');
}

/** Changes that PagerDuty relates to the incident come first, then the newest of the service; each once. */
export function changeLines(context: IDataObject): string[] {
	const each = new Map<unknown, IDataObject>();
	for (const change of [...rowsOf(context, 'related_changes'), ...rowsOf(context, 'service_changes')])
		if (!each.has(change.id)) each.set(change.id, change);
	const rows = [...each.values()].map((change) => {
		const { reason } = partOf(change, 'correlation_reason');
		const why = typeof reason === 'string' ? ` (${oneLine(reason.replaceAll('_', ' '), 40)})` : '';
		return `${momentText(change.timestamp)}: ${oneLine(change.summary, width)}${why}`;
	});
	const parts = ['related_changes', 'service_changes'];
	return section(context, parts, 'Changed lately', rows, 'no change is known.');
}

/** Similar incidents of the past, and what solved them. */
export function similarLines(context: IDataObject): string[] {
	const rows = rowsOf(context, 'past_incidents').map((row) => {
		const { title, created_at: opened } = partOf(row, 'incident');
		return `${momentText(opened)}: ${oneLine(title, 80)}, ${howItWasSolved(row)}`;
	});
	return section(context, ['past_incidents'], 'Similar before', rows, 'no similar incident is known.');
}

function howItWasSolved(row: IDataObject): string {
	if (row.resolution === null) return 'how it was resolved could not be read';
	const resolution = partOf(row, 'resolution');
	// Nothing that its notes say has helped so far.
	if (!resolution.resolved_at) return 'not resolved yet';
	const seconds = secondsBetween(resolution.opened_at, resolution.resolved_at);
	const after = seconds === null ? '' : ` after ${durationText(seconds)}`;
	const end = `resolved${after} by ${nameOf(resolution.resolved_by)}`;
	const quoted = (words: string) => `“${oneLine(words, width)}”`;
	const { resolution_note: note, last_note: last } = resolution;
	if (typeof note === 'string') return `${end}: ${quoted(note)}`;
	// It need not say what helped: a workflow may have written it when the incident was opened.
	if (typeof last === 'string') return `${end}, last note: ${quoted(last)}`;
	return `${end}: no note says what helped`;
}

/** What people wrote, newest first. */
export function noteLines(context: IDataObject): string[] {
	const rows = rowsOf(context, 'notes').map(
		({ content, created_at: at, user }) => `${momentText(at)}, ${nameOf(user)}: ${oneLine(content, width)}`,
	);
	return section(context, ['notes'], 'Notes', rows, 'none.');
}

/** What other people work on now that may have to do with it. */
export function relatedLines(context: IDataObject): string[] {
	const rows = rowsOf(context, 'related_incidents').map((row) => {
		const { incident_number: number, title, service, status } = partOf(row, 'incident');
		const place = [service ? nameOf(service) : '', status].filter(Boolean).map(String).join(', ');
		return `${number === undefined ? '' : `#${String(number)} `}${oneLine(title, width)}${place && ` (${place})`}`;
	});
	return section(context, ['related_incidents'], 'Related now', rows, 'no related incident is known.');
}
