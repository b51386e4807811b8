import type { Incident, Note } from '../world/entities';
import { append, type World } from '../world/world';
import { writeLog } from './log';
import type { Doer } from './step';

/** Puts another text into a note, as whoever may write notes can. */
export function changeNote(world: World, note: Note, content: string): void {
	note.content = content;
	note.updatedAt = world.now();
}

/** Adds a note and its log entry. Tells no webhook. */
export function addNote(world: World, incident: Incident, doer: Doer, content: string): Note {
	const at = doer.at ?? world.now();
	const note: Note = {
		id: world.ids.short(),
		incidentId: incident.id,
		userId: doer.userId,
		content,
		createdAt: at,
	};
	append(world.notes, incident.id, note);
	const channel = { type: 'note', summary: content };
	writeLog(world, incident, 'annotate', { type: 'user', id: doer.userId }, { at, channel });
	return note;
}
