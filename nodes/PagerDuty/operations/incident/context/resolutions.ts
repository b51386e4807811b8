import type { IDataObject } from 'n8n-workflow';

import { partOf } from '../../../api/answer';
import type { Api } from '../../../api/client';
import { kindOfEntry, noteIn } from '../../../api/logEntry';
import { logEntriesOf } from '../timeline/entries';
import { readParts, type Read } from './parts';

/** The newest log entries of a past incident that are looked at: its end stands there. */
const newest = 25;

/**
 * Past incidents, each with its `resolution`: when, by whom and with which note it was resolved, and its last note.
 * Null where its log could not be read.
 */
export async function withResolutions(api: Api, past: readonly IDataObject[]): Promise<Read> {
	const placeOf = (row: IDataObject) => `past_incidents.${String(partOf(row, 'incident').id)}`;
	const { found, missing } = await readParts(
		Object.fromEntries(past.map((row) => [placeOf(row), resolutionOf(api, partOf(row, 'incident'))])),
	);
	const rows = past.map((row) => ({ ...row, resolution: found[placeOf(row)] ?? null }));
	return { found: { past_incidents: rows }, missing };
}

async function resolutionOf(api: Api, { id, created_at: opened }: IDataObject): Promise<IDataObject> {
	const entries = await logEntriesOf(api, String(id), { limit: newest });
	const end = entries.find((entry) => kindOfEntry(entry) === 'resolve');
	const note = entries.find((entry) => kindOfEntry(entry) === 'annotate');
	return {
		opened_at: opened ?? null,
		resolved_at: end?.created_at ?? null,
		resolved_by: end?.agent ?? null,
		resolution_note: (end && noteIn(end)) ?? null,
		last_note: (note && noteIn(note)) ?? null,
	};
}
