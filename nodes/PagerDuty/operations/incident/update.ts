import { NodeOperationError } from 'n8n-workflow';
import { z } from 'zod';

import { defineOperation } from '../../engine/operation';
import { escalationPolicyId } from '../../fields/escalationPolicy';
import { id, idOrNumber, reference } from '../../fields/id';
import { incidentId } from '../../fields/incident';
import { incidentType } from '../../fields/incidentType';
import { priorityId } from '../../fields/priority';
import { serviceId } from '../../fields/service';
import { simplify } from '../../fields/simplify';
import { cutting, ifTooLong } from '../../fields/tooLong';
import { assigneeIds, email, fromEmail } from '../../fields/user';
import { changing } from './change';
import {
	checkAssignment,
	conferenceNumber,
	conferenceUrl,
	details,
	detailsBody,
	titleLimit,
	urgency,
} from './fields';
import { withIds } from './named';
import { simpleIncident } from './simple';

// No field of a collection is required.
const { required: _, ...otherService } = serviceId;

const input = z
	.object({
		incidentId: idOrNumber,
		fromEmail: email.optional(),
		status: z.enum(['acknowledged', 'resolved', 'triggered']).optional(),
		title: z.string().optional(),
		resolution: z.string().optional(),
		escalationLevel: z.coerce
			.number({ invalid_type_error: 'must be a whole number' })
			.int('must be a whole number')
			.min(1, 'must be at least 1')
			.optional(),
		removePriority: z.boolean().optional(),
		serviceId: id.optional(),
		...cutting,
		...details,
	})
	.superRefine(checkAssignment)
	.superRefine(({ incidentId: _, fromEmail: __, ifTooLong: ___, ...changes }, context) => {
		if (Object.values(changes).some((value) => value !== undefined && value !== false)) return;
		context.addIssue({
			code: 'custom',
			path: ['updateFields'],
			message: 'name nothing to change. Add at least one field',
		});
	})
	.superRefine(({ removePriority, priorityId }, context) => {
		if (!removePriority || priorityId === undefined) return;
		context.addIssue({
			code: 'custom',
			path: ['removePriority'],
			message: 'cannot be combined with Priority. Remove one of the two',
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

const changes = changing(
	(given: z.output<typeof input>) => ({
		...(given.status === undefined ? {} : { status: given.status }),
		...(given.title === undefined ? {} : { title: given.title }),
		...(given.resolution === undefined ? {} : { resolution: given.resolution }),
		...(given.escalationLevel === undefined ? {} : { escalation_level: given.escalationLevel }),
		...(given.serviceId === undefined ? {} : { service: reference('service_reference', given.serviceId) }),
		...(given.removePriority ? { priority: null } : {}),
		...detailsBody(given),
	}),
	({ serviceId, removePriority }) => serviceId !== undefined || removePriority === true,
);

/**
 * https://developer.pagerduty.com/api-reference "Update an incident" · a resolved incident whose status
 * is set to triggered or acknowledged is reopened. The document names no way to take a priority away; `null` is the
 * one that clients use, so the answer is looked at.
 */
export const update = defineOperation({
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update an incident',
		description: 'Change status, title, urgency, priority, assignees and more of an incident',
	},
	scopes: ['incidents.write', 'incidents.read', 'priorities.read', 'users.read'],
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
					displayName: 'Remove Priority',
					name: 'removePriority',
					type: 'boolean',
					default: true,
					description: 'Whether to take the priority away from the incident',
				},
				{
					displayName: 'Resolution Note',
					name: 'resolution',
					type: 'string',
					typeOptions: { rows: 3 },
					default: '',
					description: 'What solved the problem. Needs Status set to Resolved.',
				},
				{
					...otherService,
					description: 'Move the incident to this service',
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
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [ifTooLong],
		},
	],
	input,
	simple: simpleIncident,
	limits: { title: titleLimit },
	...changes,
	prepare: async (api, given) => await withIds(api, await changes.prepare(api, given)),
	run: async (api, given) => {
		const incident = await changes.run(api, given);
		if (!given.removePriority || !incident.priority) return incident;
		throw new NodeOperationError(api.host.getNode(), 'PagerDuty did not take the priority away', {
			description: 'All other changes were made. Take the priority away in PagerDuty itself.',
		});
	},
});
