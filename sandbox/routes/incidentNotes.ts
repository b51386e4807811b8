import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Account } from '../account';
import { atMost } from '../http/input';
import { addRoute } from '../http/rest';
import { addNote } from '../incidents/note';
import { noteView } from '../views/logEntry';
import { incidentOf } from './incidents';

const noteBody = z
	.object({
		note: z.object({ content: atMost(25_000, z.string().trim().min(1, 'must not be empty')) }).strict(),
	})
	.strict();

/** operationId listIncidentNotes, createIncidentNote · newest first, as PagerDuty lists them */
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
}
