import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Account } from '../account';
import { atMost } from '../http/input';
import { addRoute } from '../http/rest';
import { notFound } from '../errors';
import { addNote, changeNote } from '../incidents/note';
import { noteView } from '../views/logEntry';
import { incidentOf } from './incidents';

const noteBody = z
	.object({
		note: z.object({ content: atMost(25_000, z.string().trim().min(1, 'must not be empty')) }).strict(),
	})
	.strict();

/** operationId listIncidentNotes, createIncidentNote, updateIncidentNote, deleteIncidentNote · newest first, as PagerDuty lists them */
export function addIncidentNoteRoutes(app: FastifyInstance, account: Account): void {
	const { world } = account;

	addRoute(app, account, {
		method: 'GET',
		path: '/incidents/:id/notes',
		scope: 'incidents.read',
		answer: ({ params }) => {
			const notes = world.notes.get(incidentOf(world, params.id).id) ?? [];
			return { notes: notes.map((note) => noteView(world, note)).reverse() };
		},
	});

	addRoute(app, account, {
		method: 'POST',
		path: '/incidents/:id/notes',
		scope: 'incidents.write',
		from: true,
		body: noteBody,
		answer: ({ params, body, requesterId }) => {
			const incident = incidentOf(world, params.id);
			const note = addNote(world, incident, { userId: requesterId }, body.note.content);
			account.publisher.annotated(incident, note);
			account.changed();
			return { note: noteView(world, note) };
		},
	});
	addNoteChangeRoutes(app, account);
}

function addNoteChangeRoutes(app: FastifyInstance, account: Account): void {
	const { world } = account;
	const found = ({ id, noteId }: Record<string, string>) => {
		const incident = incidentOf(world, id);
		const notes = world.notes.get(incident.id) ?? [];
		const note = notes.find((one) => one.id === noteId);
		if (!note) throw notFound();
		return { incident, notes, note };
	};

	addRoute(app, account, {
		method: 'PUT',
		path: '/incidents/:id/notes/:noteId',
		scope: 'incidents.write',
		from: true,
		body: noteBody,
		answer: ({ params, body }) => {
			const { note } = found(params);
			changeNote(world, note, body.note.content);
			account.changed();
			return { note: noteView(world, note) };
		},
	});

	addRoute(app, account, {
		method: 'DELETE',
		path: '/incidents/:id/notes/:noteId',
		scope: 'incidents.write',
		status: 204,
		answer: ({ params }) => {
			const { incident, notes, note } = found(params);
			world.notes.set(
				incident.id,
				notes.filter((one) => one !== note),
			);
			account.changed();
			return undefined;
		},
	});
}
