import { z } from 'zod';

import { path } from '../../api/path';
import { defineOperation } from '../../engine/operation';
import { id } from '../../fields/id';
import { incidentId } from '../../fields/incident';
import { simplify } from '../../fields/simplify';
import { email, fromEmail } from '../../fields/user';
import { simpleNote } from './simple';

/** https://developer.pagerduty.com/api-reference "Create a note on an incident" · 2,000 notes an incident at most. */
export const create = defineOperation({
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create an incident note',
		description: 'Write a note on an incident for everybody who works on it',
	},
	scopes: ['incidents.write'],
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
			description: 'The text of the note. It cannot be changed later.',
		},
		fromEmail,
		simplify,
	],
	input: z.object({
		incidentId: id,
		content: z.string().max(25_000, 'is too long: PagerDuty takes 25,000 characters'),
		fromEmail: email.optional(),
	}),
	simple: simpleNote,
	request: (input) => ({
		method: 'POST',
		path: path`/incidents/${input.incidentId}/notes`,
		from: input.fromEmail ?? true,
		body: { note: { content: input.content } },
	}),
	answer: { one: 'note' },
});
