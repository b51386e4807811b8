import { isHandOver } from '../../api/logEntry';
import type { Calendar } from './calendar';
import type { History, LoggedRow } from './history';
import { interruptionsIn, none, whenOf, type InterruptionCounts, type OfficeHours } from './interruptions';
import { periodsOf, responseOf, type ResponseResult } from './response';

/** The time that a report is about, and how its moments are read. Times are in milliseconds since 1970. */
export interface TimeFrame {
	readonly since: number;
	/** The first moment after the period. */
	readonly until: number;
	/** Now, by PagerDuty's clock. */
	readonly now: number;
	readonly calendar: Calendar;
	readonly office: OfficeHours;
}

/** An interruption of somebody, at a moment (milliseconds since 1970). */
export interface Interruption {
	readonly userId: string;
	readonly at: number;
	readonly when: keyof InterruptionCounts;
}

/** The figures of one incident. Times are in milliseconds since 1970. */
export interface IncidentFigures {
	readonly history: History;
	readonly acknowledgedAt: number | undefined;
	/**
	 * From its creation until somebody acknowledged it first; undefined where nobody has.
	 * PagerDuty: `seconds_to_first_ack`, https://developer.pagerduty.com/api-reference (getAnalyticsIncidentsById)
	 */
	readonly secondsToFirstAck: number | undefined;
	/** From its creation until it was resolved for the last time; undefined while it is open. PagerDuty: `seconds_to_resolve` */
	readonly secondsToResolve: number | undefined;
	/** By somebody. PagerDuty: `manual_escalation_count` */
	readonly manualEscalations: number;
	/** Because nobody acknowledged in time. PagerDuty: `timeout_escalation_count` */
	readonly timeoutEscalations: number;
	/** Hand-overs to other users or another policy; the first assignment is none. PagerDuty: `reassignment_count` */
	readonly reassignments: number;
	/** How often it was opened again. */
	readonly reopenings: number;
	readonly interruptions: readonly Interruption[];
	readonly interrupted: InterruptionCounts;
	/** Who acknowledged it, each once and with the time of the first one, in that order. */
	readonly acknowledgedBy: ReadonlyMap<string, number>;
	/** Who resolved it last; undefined where it was no user, or is open. */
	readonly resolvedBy: string | undefined;
	readonly response: ResponseResult;
}

/** All figures of an incident whose log is complete. */
export function figuresOfIncident(history: History, { now, calendar, office }: TimeFrame): IncidentFigures {
	const { createdAt, resolvedAt, log } = history;
	const rows = log.toReversed();
	const ofEvent = (name: string) => rows.filter(({ event }) => event === `incident.${name}`);
	const secondsTo = (at: number | undefined) =>
		at === undefined ? undefined : Math.max(0, (at - createdAt) / 1000);
	const acknowledged = ofEvent('acknowledged');
	const escalated = ofEvent('escalated');
	const manual = escalated.filter(({ userId }) => userId !== undefined);
	const handedOver = [...ofEvent('reassigned'), ...ofEvent('delegated')];
	const periods = periodsOf(history, rows);
	const interruptions = interruptionsOf(ofEvent('notified'), calendar, office);
	return {
		history,
		acknowledgedAt: acknowledged[0]?.at,
		secondsToFirstAck: secondsTo(acknowledged[0]?.at),
		secondsToResolve: secondsTo(resolvedAt),
		manualEscalations: manual.length,
		timeoutEscalations: escalated.length - manual.length,
		reassignments: handedOver.filter(({ at }) => isHandOver(secondsTo(at) ?? 0)).length,
		reopenings: periods.length - 1,
		interruptions,
		interrupted: countsOf(interruptions),
		acknowledgedBy: firstOfEach(acknowledged),
		resolvedBy: resolvedAt === undefined ? undefined : ofEvent('resolved').at(-1)?.userId,
		response: responseOf(history, periods, now),
	};
}

function interruptionsOf(
	notified: readonly LoggedRow[],
	calendar: Calendar,
	office: OfficeHours,
): Interruption[] {
	const ofUsers = notified.flatMap(({ userId, at }) => (userId === undefined ? [] : [{ userId, at }]));
	return interruptionsIn(ofUsers).map((each) => ({ ...each, when: whenOf(each.at, calendar, office) }));
}

/** How often somebody was interrupted, by the time of day. */
export function countsOf(interruptions: readonly Interruption[]): InterruptionCounts {
	const sums = none();
	for (const { when } of interruptions) sums[when] += 1;
	return sums;
}

function firstOfEach(acknowledged: readonly LoggedRow[]): Map<string, number> {
	const first = new Map<string, number>();
	for (const { userId, at } of acknowledged)
		if (userId !== undefined && !first.has(userId)) first.set(userId, at);
	return first;
}
