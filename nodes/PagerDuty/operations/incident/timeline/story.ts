import type { IDataObject } from 'n8n-workflow';

import { nameOf, oneLine } from '../markdown';
import { durationText, momentText } from '../../../incidentLog/times';
import type { Figures } from './figures';

/** A timeline in Markdown: a heading, the figures in words, and a line for each row. */
export function storyOf(incident: IDataObject, rows: readonly IDataObject[], figures: Figures): string {
	const { incident_number: number, title, service } = incident;
	return [
		`**#${String(number)} ${oneLine(title)}** on ${nameOf(service)}`,
		sentenceOf(incident, figures),
		'',
		...rows.map(lineOf),
	].join('\n');
}

function sentenceOf({ created_at: opened }: IDataObject, figures: Figures): string {
	const { seconds_to_first_ack: acknowledged, seconds_to_resolve: resolved } = figures;
	const { escalation_count: escalations, reassignment_count: reassignments } = figures;
	return [
		`Opened ${momentText(opened)}`,
		acknowledged === null ? 'never acknowledged' : `acknowledged after ${durationText(acknowledged)}`,
		resolved === null ? 'not resolved yet' : `resolved after ${durationText(resolved)}`,
		`${counted(escalations, 'escalation')} and ${counted(reassignments, 'reassignment')}.`,
	].join(', ');
}

const counted = (count: number, noun: string) =>
	`${count === 0 ? 'no' : count} ${noun}${count === 1 ? '' : 's'}`;

const lineOf = ({
	created_at: at,
	what,
	seconds_since_start: start,
	seconds_since_last: last,
}: IDataObject) => `- ${momentText(at)} (${elapsed(start, last)}): ${String(what)}`;

/** The time since the opening, and since the line before where that says more. */
function elapsed(start: unknown, last: unknown): string {
	if (typeof start !== 'number') return 'time unknown';
	const total = `+${durationText(start)}`;
	return typeof last === 'number' && last !== start ? `${total}, ${durationText(last)} later` : total;
}
