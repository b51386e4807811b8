import type { IDataObject } from 'n8n-workflow';

import { secondsBetween } from '../../../incidentLog/times';
import { whatHappened, whoDid } from './words';

/** What `Simplify` keeps of a row: all but the log entry itself. */
export const simpleRow = ['created_at', 'type', 'who', 'what', 'seconds_since_start', 'seconds_since_last'];

/**
 * The story of an incident, one row for each log entry, oldest first: when, who, what, how many seconds after the
 * incident was opened, and after the row before.
 *
 * @param entries newest first, as PagerDuty lists them. Of those of one second that order is all that tells which came first
 */
export const timelineOf = (incident: IDataObject, entries: readonly IDataObject[]): IDataObject[] =>
	entries.toReversed().map((entry, index, oldestFirst) => ({
		created_at: entry.created_at ?? null,
		type: entry.type ?? null,
		who: whoDid(entry),
		what: whatHappened(entry, incident),
		seconds_since_start: secondsBetween(incident.created_at, entry.created_at),
		seconds_since_last:
			index === 0 ? null : secondsBetween(oldestFirst[index - 1]?.created_at, entry.created_at),
		log_entry: entry,
	}));
