import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { wire } from '../../api/request';
import type { Conflict } from '../../engine/operation';
import { field, required } from '../../fields/field';
import { reference } from '../../fields/id';

export const title = field({
	displayName: 'Title',
	name: 'title',
	type: 'string',
	default: '',
	description: 'The problem in one line',
	limit: { max: 1024 },
});

/** Of an incident that is to be opened. */
export const newTitle = {
	...required(title),
	placeholder: 'e.g. Mail queue is growing',
	description: 'The problem in one line: people read it on their phones',
};

/** What solved a problem. */
export const resolution = field({
	displayName: 'Resolution Note',
	name: 'resolution',
	type: 'string',
	typeOptions: { rows: 3 },
	default: '',
	description: 'What solved the problem. PagerDuty keeps it in the timeline of the incident.',
});

export const conferenceNumber = field({
	displayName: 'Conference Number',
	name: 'conferenceNumber',
	type: 'string',
	default: '',
	placeholder: 'e.g. +1 415-555-1212,,,,1234#',
	description: 'Phone number of the conference call. A comma waits a second, # ends the code.',
});

export const conferenceUrl = field({
	displayName: 'Conference URL',
	name: 'conferenceUrl',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://meet.example.com/war-room',
	description: 'Address of the web conference or chat channel',
	check: z.string().url('is not an address. It starts with https://'),
});

export const details = field({
	displayName: 'Details',
	name: 'details',
	type: 'string',
	typeOptions: { rows: 4 },
	default: '',
	description: 'What is known about the problem. An object from an expression is written out line by line.',
	objectsAsText: true,
});

/** What can be said of an incident when it is created and when it is updated. */
export interface Details {
	readonly urgency?: string;
	readonly priorityId?: string;
	readonly escalationPolicyId?: string;
	readonly assigneeIds?: readonly string[];
	readonly incidentType?: string;
	readonly conferenceNumber?: string;
	readonly conferenceUrl?: string;
}

/** {@link Details} as PagerDuty's request bodies want them, without what was not said. */
export function detailsBody(input: Details): IDataObject {
	const { urgency, conferenceNumber, conferenceUrl } = input;
	const conferenceBridge = wire({ conferenceNumber, conferenceUrl });
	return wire({
		urgency,
		priority: reference('priority_reference', input.priorityId),
		escalationPolicy: reference('escalation_policy_reference', input.escalationPolicyId),
		assignments: input.assigneeIds?.map((id) => ({ assignee: { id, type: 'user_reference' } })),
		incidentType: incidentTypeOf(input.incidentType),
		conferenceBridge: Object.keys(conferenceBridge).length > 0 ? conferenceBridge : undefined,
	});
}

/** PagerDuty makes IDs of capital letters and digits, and names of small letters and underscores. */
const incidentTypeOf = (given: string | undefined) =>
	given === undefined ? undefined : /^P[A-Z0-9]{6,}$/.test(given) ? { id: given } : { name: given };

/** PagerDuty takes an escalation policy or assignees, not both. */
export const doublyAssigned = ({ escalationPolicyId, assigneeIds }: Details): Conflict | undefined =>
	escalationPolicyId === undefined || assigneeIds === undefined
		? undefined
		: {
				field: 'assigneeIds',
				message: 'cannot be combined with an Escalation Policy. Remove one of the two',
			};
