import type { Api } from '../../api/client';
import { path } from '../../api/path';
import { get, post, put } from '../../api/request';
import { many, one } from '../../api/shape';
import { truncate } from '../../api/text';
import { noteLimit, saysTheSame } from './content';

/**
 * Writes a note on an incident, unless one of its notes says the same. What is too long for a note is cut.
 * operationId listIncidentNotes, createIncidentNote, updateIncidentNote
 *
 * @param heading how the text begins: an earlier note that begins so is changed, and no second one is written
 */
export async function noteOnce(api: Api, incidentId: string, text: string, heading?: string): Promise<void> {
	const content = truncate(text, noteLimit.max);
	const notes = await many(api, get(path`/incidents/${incidentId}/notes`), 'notes');
	if (notes.some((note) => saysTheSame(note.content, content))) return;
	const earlier = notes.find(
		(note) => heading !== undefined && String(note.content).trim().startsWith(heading),
	);
	const body = { note: { content } };
	await one(
		api,
		earlier
			? put(path`/incidents/${incidentId}/notes/${String(earlier.id)}`, body)
			: post(path`/incidents/${incidentId}/notes`, body),
		'note',
	);
}
