import { z } from 'zod';

import type { ApiRequest } from '../../api/client';
import { path } from '../../api/path';
import { many } from '../../api/shape';
import { defineOperation } from '../../engine/operation';
import { idOrNumber } from '../../fields/id';
import { incidentId } from '../../fields/incident';
import { withIncidentId } from '../../fields/incidentNumber';
import { simplify } from '../../fields/simplify';
import { cutting, ifTooLong } from '../../fields/tooLong';
import { email, fromEmail } from '../../fields/user';
import { ofIncident } from './ofIncident';
import { simpleNote } from './simple';

/**
 * https://developer.pagerduty.com/api-reference "Create a note on an incident" · 2,000 notes an incident at most.
 * A note has no key of its own: it is known again by its text and its time.
 */
export const create = defineOperation({
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create an incident note',
		description: 'Write a note on an incident for everybody who works on it',
	},
	scopes: ['incidents.write', 'incidents.read'],
	properties: [
		incidentId,
		{
			displayName: 'Note',
			name: 'content',
			type: 'string',
			typeOptions: { rows: 4 },
			required: true,
			default: '',
			placeholder: 'e.g. The disk of mail-3 is full',
			description:
				'The text of the note. Each input item writes one note: to write just one, turn on Execute Once in the settings of this node.',
		},
		fromEmail,
		simplify,
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [ifTooLong],
		},
	],
	input: z.object({
		incidentId: idOrNumber,
		content: z.string(),
		fromEmail: email.optional(),
		...cutting,
	}),
	limits: { content: { max: 25_000 } },
	prepare: withIncidentId,
	adds: ofIncident,
	simple: simpleNote,
	repeat: {
		safe: true,
		because: 'The note is looked up on the incident before it is written again',
		lookUp: async (api, { incidentId, content }, { sentSince, isGiven }) => {
			const request: ApiRequest = { method: 'GET', path: path`/incidents/${incidentId}/notes` };
			const notes = await many(api, request, 'notes');
			const since = sentSince();
			// Newest first. What other items were given is theirs, also when it says the same.
			const found = notes.findLast(
				(note) =>
					same(note.content, content) && Date.parse(String(note.created_at)) >= since && !isGiven(note.id),
			);
			return found && { ...found, ...ofIncident({ incidentId }) };
		},
	},
	request: (input) => ({
		method: 'POST',
		path: path`/incidents/${input.incidentId}/notes`,
		from: input.fromEmail ?? true,
		body: { note: { content: input.content } },
	}),
	answer: { one: 'note' },
});

/** PagerDuty may keep line breaks and the space around a text in another form. */
const same = (kept: unknown, sent: string) => plain(String(kept)) === plain(sent);
const plain = (text: string) => text.replace(/\r\n?/g, '\n').trim();
