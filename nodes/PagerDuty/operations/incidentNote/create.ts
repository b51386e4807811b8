import { path } from '../../api/path';
import { get, post } from '../../api/request';
import { many } from '../../api/shape';
import { defineOperation } from '../../engine/operation';
import { options } from '../../fields/collection';
import { ifTooLong } from '../../fields/ifTooLong';
import { incidentId } from '../../fields/objects/incident';
import { simplify } from '../../fields/simplify';
import { fromEmail } from '../../fields/objects/user';
import { content, saysTheSame } from './content';
import { incidentNote, ofIncident } from './resource';

const newContent = {
	...content,
	description:
		'The text of the note. Each input item writes one note: to write just one, turn on Execute Once in the settings of this node.',
} as const;

/** operationId createIncidentNote · 2,000 notes an incident at most. A note has no key: its text and its time tell it. */
export const create = defineOperation({
	of: incidentNote,
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create an incident note',
		description: 'Write a note on an incident for everybody who works on it',
	},
	fields: [incidentId, newContent, simplify, options(fromEmail, ifTooLong)],
	adds: ofIncident,
	repeat: {
		safe: true,
		because: 'The note is looked up on the incident before it is written again',
		lookUp: async (api, { incidentId, content }, { sentSince, isClaimed }) => {
			const notes = await many(api, get(path`/incidents/${incidentId}/notes`), 'notes');
			const since = sentSince();
			// Newest first. What other items have is theirs, also when it says the same.
			const found = notes.findLast(
				(note) =>
					saysTheSame(note.content, content) &&
					Date.parse(String(note.created_at)) >= since &&
					!isClaimed(note.id),
			);
			return found && { ...found, ...ofIncident({ incidentId }) };
		},
	},
	request: ({ incidentId, content }) => post(path`/incidents/${incidentId}/notes`, { note: { content } }),
});
