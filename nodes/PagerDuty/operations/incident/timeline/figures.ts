import type { IDataObject } from 'n8n-workflow';

import { isHandOver, kindOfEntry } from '../../../api/logEntry';

/** How fast an incident was dealt with, by PagerDuty's names for such figures. Null is what did not happen. */
export interface Figures extends IDataObject {
	/** Until somebody acknowledged it first. */
	readonly seconds_to_first_ack: number | null;
	/** Until it was resolved for the last time; null while it is open. */
	readonly seconds_to_resolve: number | null;
	readonly escalation_count: number;
	/** Hand-overs to other users or another escalation policy; the first assignment is none. */
	readonly reassignment_count: number;
}

/** The {@link Figures} of a whole timeline, whose rows come oldest first. */
export function figuresOf(incident: IDataObject, rows: readonly IDataObject[]): Figures {
	const ofKind = (...kinds: string[]) => rows.filter((row) => kinds.includes(kindOfEntry(row)));
	const at = (row: IDataObject | undefined) =>
		typeof row?.seconds_since_start === 'number' ? row.seconds_since_start : null;
	return {
		seconds_to_first_ack: at(ofKind('acknowledge')[0]),
		seconds_to_resolve: incident.status === 'resolved' ? at(ofKind('resolve').at(-1)) : null,
		escalation_count: ofKind('escalate').length,
		reassignment_count: ofKind('assign', 'delegate').filter((row) => isHandOver(at(row) ?? Infinity)).length,
	};
}
