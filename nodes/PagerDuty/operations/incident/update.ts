import { z } from 'zod';

import { defineOperation } from '../../engine/operation';
import { escalationPolicyId } from '../../fields/escalationPolicy';
import { id } from '../../fields/id';
import { incidentId } from '../../fields/incident';
import { incidentType } from '../../fields/incidentType';
import { priorityId } from '../../fields/priority';
import { simplify } from '../../fields/simplify';
import { assigneeIds, email, fromEmail } from '../../fields/user';
import { changing } from './change';
import { checkAssignment, conferenceNumber, conferenceUrl, details, detailsBody, urgency } from './fields';
import { simpleIncident } from './simple';

const input = z
	.object({
		incidentId: id,
		fromEmail: email.optional(),
		status: z.enum(['acknowledged', 'resolved', 'triggered']).optional(),
		title: z.string().optional(),
		resolution: z.string().optional(),
		escalationLevel: z.coerce
			.number({ invalid_type_error: 'must be a whole number' })
			.int('must be a whole number')
			.min(1, 'must be at least 1')
			.optional(),
		...details,
	})
	.superRefine(checkAssignment)
	.superRefine(({ incidentId: _, fromEmail: __, ...changes }, context) => {
		if (Object.values(changes).some((value) => value !== undefined)) return;
		context.addIssue({
			code: 'custom',
			path: ['updateFields'],
			message: 'name nothing to change. Add at least one field',
		});
	})
	.superRefine(({ resolution, status }, context) => {
		if (resolution === undefined || status === 'resolved') return;
		context.addIssue({
			code: 'custom',
			path: ['resolution'],
			message: 'is only kept when Status is set to Resolved as well',
		});
	});

/**
 * https://developer.pagerduty.com/api-reference "Update an incident" · a resolved incident whose status
 * is set to triggered or acknowledged is reopened.
 */
export const update = defineOperation({
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update an incident',
		description: 'Change status, title, urgency, priority, assignees and more of an incident',
	},
	scopes: ['incidents.write', 'incidents.read'],
	properties: [
		incidentId,
		fromEmail,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				assigneeIds,
				conferenceNumber,
				conferenceUrl,
				{
					displayName: 'Escalation Level',
					name: 'escalationLevel',
					type: 'number',
					typeOptions: { minValue: 1 },
					default: 1,
					description: 'Escalate the incident to this level of its escalation policy',
				},
				escalationPolicyId,
				incidentType,
				priorityId,
				{
					displayName: 'Resolution Note',
					name: 'resolution',
					type: 'string',
					typeOptions: { rows: 3 },
					default: '',
					description: 'What solved the problem, when Status is set to Resolved',
				},
				{
					displayName: 'Status',
					name: 'status',
					type: 'options',
					options: [
						{ name: 'Acknowledged', value: 'acknowledged' },
						{ name: 'Resolved', value: 'resolved' },
						{ name: 'Triggered', value: 'triggered', description: 'Reopens a resolved incident' },
					],
					default: 'acknowledged',
				},
				{
					displayName: 'Title',
					name: 'title',
					type: 'string',
					default: '',
					description: 'The problem in one line',
				},
				urgency,
			],
		},
		simplify,
	],
	input,
	simple: simpleIncident,
	...changing((given: z.output<typeof input>) => ({
		...(given.status === undefined ? {} : { status: given.status }),
		...(given.title === undefined ? {} : { title: given.title }),
		...(given.resolution === undefined ? {} : { resolution: given.resolution }),
		...(given.escalationLevel === undefined ? {} : { escalation_level: given.escalationLevel }),
		...detailsBody(given),
	})),
});
