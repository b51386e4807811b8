import type { Api } from '../../../api/client';
import { path } from '../../../api/path';
import { get, post } from '../../../api/request';
import { many, one } from '../../../api/shape';
import { truncate } from '../../../api/text';
import { noteLimit, saysTheSame } from '../../incidentNote/content';

/**
 * Writes a note on an incident, unless one of its notes says the same. What is too long for a note is cut.
 * operationId listIncidentNotes, createIncidentNote
 */
export async function noteOnce(api: Api, incidentId: string, text: string): Promise<void> {
	const content = truncate(text, noteLimit.max);
	const notes = await many(api, get(path`/incidents/${incidentId}/notes`), 'notes');
	if (notes.some((note) => saysTheSame(note.content, content))) return;
	await one(api, post(path`/incidents/${incidentId}/notes`, { note: { content } }), 'note');
}
