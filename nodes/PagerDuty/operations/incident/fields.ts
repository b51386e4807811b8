import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

import type { TextLimit } from '../../api/text';
import { id, reference } from '../../fields/id';
import { assignee, priority } from './named';

export const urgency: INodeProperties = {
	displayName: 'Urgency',
	name: 'urgency',
	type: 'options',
	options: [
		{ name: 'High', value: 'high' },
		{ name: 'Low', value: 'low' },
	],
	default: 'high',
	description: 'How loudly PagerDuty notifies people',
};

export const conferenceNumber: INodeProperties = {
	displayName: 'Conference Number',
	name: 'conferenceNumber',
	type: 'string',
	default: '',
	placeholder: 'e.g. +1 415-555-1212,,,,1234#',
	description: 'Phone number of the conference call. A comma waits a second, # ends the code.',
};

export const conferenceUrl: INodeProperties = {
	displayName: 'Conference URL',
	name: 'conferenceUrl',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://meet.example.com/war-room',
	description: 'Address of the web conference or chat channel',
};

/** How long a title may be. */
export const titleLimit: TextLimit = { max: 1024 };

/** What can be said of an incident when it is created and when it is updated. */
export const details = {
	urgency: z.enum(['high', 'low']).optional(),
	priorityId: priority.optional(),
	escalationPolicyId: id.optional(),
	assigneeIds: z.array(assignee).optional(),
	incidentType: z.string().optional(),
	conferenceNumber: z.string().optional(),
	conferenceUrl: z.string().url('is not an address. It starts with https://').optional(),
};

type Details = z.output<z.ZodObject<typeof details>>;

/** {@link details} as PagerDuty's request bodies want them, without what was not said. */
export function detailsBody(input: Details): IDataObject {
	const bridge = without({ conference_number: input.conferenceNumber, conference_url: input.conferenceUrl });
	return without({
		urgency: input.urgency,
		priority: priorityOf(input.priorityId),
		escalation_policy: reference('escalation_policy_reference', input.escalationPolicyId),
		assignments: input.assigneeIds?.map((assignee) => ({
			assignee: { id: assignee, type: 'user_reference' },
		})),
		incident_type: incidentTypeOf(input.incidentType),
		conference_bridge: Object.keys(bridge).length > 0 ? bridge : undefined,
	});
}

const priorityOf = (given: Details['priorityId']) =>
	typeof given === 'object' ? given.name : reference('priority_reference', given);

/** PagerDuty makes IDs of capital letters and digits, and names of small letters and underscores. */
const incidentTypeOf = (given: string | undefined) =>
	given === undefined ? undefined : /^P[A-Z0-9]{6,}$/.test(given) ? { id: given } : { name: given };

const without = (object: IDataObject): IDataObject =>
	Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));

/** PagerDuty takes an escalation policy or assignees, not both. */
export function checkAssignment(input: Details, context: z.RefinementCtx): void {
	if (input.escalationPolicyId === undefined || input.assigneeIds === undefined) return;
	context.addIssue({
		code: 'custom',
		path: ['assigneeIds'],
		message: 'cannot be combined with an Escalation Policy. Remove one of the two',
	});
}
