import type { IDataObject } from 'n8n-workflow';

import type { Finding } from '../../batches/checkpoint';
import type { ResponseTime } from '../../../fields/responseTimes';
import { incidentEvent } from '../incidents/incidentEvent';
import { isoTime, type SourceContext } from '../source';
import type { OpenPeriod } from '../../../incidentLog/openPeriods';

/** A limit that an incident missed. Times are in milliseconds since 1970; `at` is when it was seen. */
export interface Breach extends Finding {
	readonly due: number;
	/** When the incident was resolved after that; undefined while it is open. */
	readonly resolvedAt: number | undefined;
	readonly item: IDataObject;
	readonly incident: IDataObject;
}

const minute = 60_000;

/** The limits that an incident missed up to now, in each of the times that it was open. */
export function breachesOf(
	context: SourceContext,
	incident: IDataObject,
	{ acknowledgeWithin, resolveWithin }: ResponseTime,
	periods: readonly OpenPeriod[],
	now: number,
): Breach[] {
	return periods.flatMap((period) => {
		// Resolving an incident that nobody acknowledged counts as acknowledging it.
		const answered = period.acknowledged ?? period.resolved;
		return [
			...missed('acknowledge', acknowledgeWithin, answered, period),
			...missed('resolve', resolveWithin, period.resolved, period),
		];
	});

	function missed(what: string, within: number, done: number | undefined, period: OpenPeriod): Breach[] {
		const due = period.start + within * minute;
		if (within === 0 || due > now || (done !== undefined && done <= due)) return [];
		const id = `${String(incident.id)} ${what} ${isoTime(period.start)}`;
		const item = {
			...incidentEvent(context, 'incident.sla_breached', incident, { id, created_at: isoTime(due) }),
			breach: {
				missed: what,
				limit_minutes: within,
				started_at: isoTime(period.start),
				due_at: isoTime(due),
				acknowledged_at: timeOrNull(period.acknowledged),
				resolved_at: timeOrNull(period.resolved),
			},
		};
		return [{ id, at: now, due, resolvedAt: period.resolved, item, incident }];
	}
}

const timeOrNull = (time: number | undefined) => (time === undefined ? null : isoTime(time));
