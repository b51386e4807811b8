import { path } from '../../api/path';
import { put } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { setAgain } from '../../engine/write/repeat';
import { options } from '../../fields/collection';
import { ifTooLong } from '../../fields/ifTooLong';
import { incidentId } from '../../fields/objects/incident';
import { noteId } from '../../fields/objects/incidentNote';
import { fromEmail } from '../../fields/objects/user';
import { simplify } from '../../fields/simplify';
import { content } from './content';
import { incidentNote, ofIncident } from './resource';

const newContent = { ...content, description: 'The text that replaces the one of the note' } as const;

/** operationId updateIncidentNote */
export const update = defineOperation({
	of: incidentNote,
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update an incident note',
		description: 'Replace the text of a note on an incident',
	},
	fields: [incidentId, noteId, newContent, simplify, options(fromEmail, ifTooLong)],
	adds: ofIncident,
	repeat: setAgain,
	request: ({ incidentId, noteId, content }) =>
		put(path`/incidents/${incidentId}/notes/${noteId}`, { note: { content } }),
});
