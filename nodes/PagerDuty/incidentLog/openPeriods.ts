import type { IDataObject } from 'n8n-workflow';

import { eventTypeOf } from './eventType';

/** One time that an incident was open: from being triggered or reopened until it was resolved. In milliseconds since 1970. */
export interface OpenPeriod {
	readonly start: number;
	acknowledged?: number;
	resolved?: number;
}

/** What a log entry tells of: `incident.resolved`, and when, in milliseconds since 1970. */
export interface LoggedEvent {
	readonly event: string;
	readonly at: number;
}

/** Events that only an open incident has. A note or another priority can come after it was resolved. */
const impliesOpen = [
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

/** Whether the status of an incident seems unchanged since it was triggered; within its first second it may have changed. */
export const isUntouched = ({ status, created_at, last_status_change_at }: IDataObject) =>
	status === 'triggered' && time(last_status_change_at) === time(created_at);

/** The one open period of an incident that {@link isUntouched}. */
export const firstPeriod = ({ created_at }: IDataObject): OpenPeriod => ({ start: time(created_at) });

/**
 * The times in which an incident was open, oldest first.
 *
 * @param log all of its log entries, oldest first
 */
export const openPeriodsOf = (incident: IDataObject, log: readonly IDataObject[]): OpenPeriod[] =>
	openPeriodsIn(
		log.map((entry) => ({ event: eventTypeOf(entry), at: time(entry.created_at) })),
		time(incident.created_at),
		incident.status === 'resolved' ? undefined : time(incident.last_status_change_at ?? incident.created_at),
	);

/**
 * The times in which an incident was open, oldest first.
 *
 * @param log all that happened to it, oldest first
 * @param start when it was created
 * @param changed when its status changed last, if it is open now
 */
export function openPeriodsIn(
	log: readonly LoggedEvent[],
	start: number,
	changed: number | undefined,
): OpenPeriod[] {
	const periods: OpenPeriod[] = [{ start }];
	for (const { event, at } of log) {
		if (isOver(periods) && impliesOpen.includes(event)) periods.push({ start: at });
		const period = periods.at(-1);
		if (!period || isOver(periods)) continue;
		if (event === 'incident.acknowledged') period.acknowledged ??= at;
		if (event === 'incident.resolved') period.resolved = at;
	}
	// PagerDuty does not document what it logs when an incident is reopened. The status shows it in any case.
	if (isOver(periods) && changed !== undefined) periods.push({ start: changed });
	return periods;
}

const isOver = (periods: OpenPeriod[]) => periods.at(-1)?.resolved !== undefined;
