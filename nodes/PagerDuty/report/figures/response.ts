import { openPeriodsIn, type OpenPeriod } from '../../incidentLog/openPeriods';
import type { History, LoggedRow } from './history';

/** Whether a limit was kept. `pending`: neither is certain yet. */
export type LimitState = 'met' | 'missed' | 'pending';

/** A limit that an incident missed, in one of the times that it was open. Times are in milliseconds since 1970. */
export interface Breach {
	readonly history: History;
	readonly missed: 'acknowledge' | 'resolve';
	readonly limitMinutes: number;
	readonly startedAt: number;
	readonly dueAt: number;
	/** When it was done after all; undefined where it is not. */
	readonly doneAt: number | undefined;
}

/** How an incident did by its response time; undefined where it has no such limit. */
export interface ResponseResult {
	readonly acknowledge: LimitState | undefined;
	readonly resolve: LimitState | undefined;
	readonly breaches: readonly Breach[];
}

const minute = 60_000;

/**
 * The times in which an incident was open, oldest first.
 *
 * @param rows what happened to it, oldest first
 */
export function periodsOf(
	{ createdAt, resolvedAt, changedAt }: History,
	rows: readonly LoggedRow[],
): OpenPeriod[] {
	const periods = openPeriodsIn(rows, createdAt, resolvedAt === undefined ? changedAt : undefined);
	const last = periods.at(-1);
	// Its status is certain, whatever its log says.
	if (last && resolvedAt !== undefined) last.resolved ??= resolvedAt;
	return periods;
}

/**
 * How an incident did by its response time: in every time that it was open, as the SLA Breach of the polling trigger has
 * it. Whoever resolves an incident has acknowledged it.
 */
export function responseOf(history: History, periods: readonly OpenPeriod[], now: number): ResponseResult {
	const { acknowledgeWithin = 0, resolveWithin = 0 } = history.responseTime ?? {};
	const doneBy = (done: (period: OpenPeriod) => number | undefined) =>
		periods.map((period) => ({ start: period.start, done: done(period) }));
	const answered = doneBy(({ acknowledged, resolved }) => acknowledged ?? resolved);
	const ended = doneBy(({ resolved }) => resolved);
	const acknowledge = judged(history, 'acknowledge', acknowledgeWithin, answered, now);
	const resolve = judged(history, 'resolve', resolveWithin, ended, now);
	return {
		acknowledge: acknowledge.state,
		resolve: resolve.state,
		breaches: [...acknowledge.breaches, ...resolve.breaches],
	};
}

function judged(
	history: History,
	missed: Breach['missed'],
	limitMinutes: number,
	periods: ReadonlyArray<{ readonly start: number; readonly done: number | undefined }>,
	now: number,
): { state: LimitState | undefined; breaches: Breach[] } {
	if (limitMinutes === 0) return { state: undefined, breaches: [] };
	const breaches = periods.flatMap(({ start: startedAt, done: doneAt }) => {
		const dueAt = startedAt + limitMinutes * minute;
		const isMissed = doneAt === undefined ? dueAt < now : doneAt > dueAt;
		return isMissed ? [{ history, missed, limitMinutes, startedAt, dueAt, doneAt }] : [];
	});
	const isPending = periods.some(({ done }) => done === undefined);
	return { state: breaches.length > 0 ? 'missed' : isPending ? 'pending' : 'met', breaches };
}
