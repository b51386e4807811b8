import type { IDataObject } from 'n8n-workflow';

import { eventTypeOf } from './changeKinds';

/** One time that an incident was open: from being triggered or reopened until it was resolved. In milliseconds since 1970. */
export interface Run {
	readonly start: number;
	acknowledged?: number;
	resolved?: number;
}

/** What only happens to an open incident. A note or another priority can come after it was resolved. */
const showOpen = [
	'incident.acknowledged',
	'incident.delegated',
	'incident.escalated',
	'incident.reassigned',
	'incident.reopened',
	'incident.snoozed',
	'incident.triggered',
	'incident.unacknowledged',
];

const time = (value: unknown) => Date.parse(String(value));

/** Whether nothing seems to have happened to the status of an incident; in its first second something may have. */
export const isUntouched = ({ status, created_at, last_status_change_at }: IDataObject) =>
	status === 'triggered' && time(last_status_change_at) === time(created_at);

/** The one run of an incident that {@link isUntouched}. */
export const firstRun = ({ created_at }: IDataObject): Run => ({ start: time(created_at) });

/**
 * The runs of an incident, oldest first.
 *
 * @param log all of its log entries, oldest first
 */
export function runsIn(incident: IDataObject, log: readonly IDataObject[]): Run[] {
	const runs = [firstRun(incident)];
	for (const entry of log) {
		const event = eventTypeOf(entry);
		const at = time(entry.created_at);
		if (isOver(runs) && showOpen.includes(event)) runs.push({ start: at });
		const run = runs.at(-1);
		if (!run || isOver(runs)) continue;
		if (event === 'incident.acknowledged') run.acknowledged ??= at;
		if (event === 'incident.resolved') run.resolved = at;
	}
	// Nobody documents what PagerDuty logs when an incident is reopened. Its status tells in any case.
	if (isOver(runs) && incident.status !== 'resolved')
		runs.push({ start: time(incident.last_status_change_at ?? incident.created_at) });
	return runs;
}

const isOver = (runs: Run[]) => runs.at(-1)?.resolved !== undefined;
