import { path } from '../../api/path';
import { del } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { deletedAgain } from '../../engine/write/repeat';
import { incidentId } from '../../fields/objects/incident';
import { noteId } from '../../fields/objects/incidentNote';
import { incidentNote, ofIncident } from './resource';

/** operationId deleteIncidentNote */
export const deleteNote = defineOperation({
	of: incidentNote,
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete an incident note',
		description: 'Take a note away from an incident for good',
	},
	fields: [incidentId, noteId],
	adds: ({ incidentId, noteId }) => ({ id: noteId, ...ofIncident({ incidentId }) }),
	repeat: deletedAgain,
	request: ({ incidentId, noteId }) => del(path`/incidents/${incidentId}/notes/${noteId}`),
	answer: { done: { deleted: true } },
});
