import type { IDataObject } from 'n8n-workflow';

import type { Found } from './checkpoint';
import type { Run } from './incidentRuns';
import type { Rule } from './slaRules';
import { incidentEvent } from './eventData';
import { isoTime, type Look } from './source';

/** A limit that an incident missed. Times are in milliseconds since 1970; `at` is when it was seen. */
export interface Breach extends Found {
	readonly due: number;
	/** When the incident was resolved after that; undefined while it is open. */
	readonly over: number | undefined;
	readonly item: IDataObject;
}

const minute = 60_000;

/** What an incident missed up to now, of both limits and in each of its runs. */
export function breachesOf(
	look: Look,
	incident: IDataObject,
	{ acknowledgeWithin, resolveWithin }: Rule,
	runs: readonly Run[],
	now: number,
): Breach[] {
	return runs.flatMap((run) => {
		// Resolving an incident that nobody acknowledged is an answer, too.
		const answered = run.acknowledged ?? run.resolved;
		return [
			...missed('acknowledge', acknowledgeWithin, answered, run),
			...missed('resolve', resolveWithin, run.resolved, run),
		];
	});

	function missed(what: string, within: number, done: number | undefined, run: Run): Breach[] {
		const due = run.start + within * minute;
		if (within === 0 || due > now || (done !== undefined && done <= due)) return [];
		const id = `${String(incident.id)} ${what} ${isoTime(run.start)}`;
		const item = {
			...incidentEvent(look, 'incident.sla_breached', incident, { id, created_at: isoTime(due) }),
			breach: {
				missed: what,
				limit_minutes: within,
				started_at: isoTime(run.start),
				due_at: isoTime(due),
				acknowledged_at: timeOrNull(run.acknowledged),
				resolved_at: timeOrNull(run.resolved),
			},
		};
		return [{ id, at: now, due, over: run.resolved, item }];
	}
}

const timeOrNull = (time: number | undefined) => (time === undefined ? null : isoTime(time));
