import { z } from 'zod';

import type { ApiRequest } from '../../api/client';
import { path } from '../../api/path';
import { one } from '../../api/shape';
import { defineOperation } from '../../engine/operation';
import { escalationPolicyId } from '../../fields/escalationPolicy';
import { id } from '../../fields/id';
import { incidentType } from '../../fields/incidentType';
import { priorityId } from '../../fields/priority';
import { serviceId } from '../../fields/service';
import { simplify } from '../../fields/simplify';
import { cutting, ifTooLong } from '../../fields/tooLong';
import { assigneeIds, email, fromEmail } from '../../fields/user';
import {
	checkAssignment,
	conferenceNumber,
	conferenceUrl,
	details,
	detailsBody,
	titleLimit,
	urgency,
} from './fields';
import { holderOfKey, keyLimit, keyOf, newestWithKey } from './incidentKey';
import { withIds } from './named';
import { simpleIncident } from './simple';

const input = z
	.object({
		serviceId: id,
		title: z.string(),
		fromEmail: email.optional(),
		details: z.string().optional(),
		incidentKey: z.string().optional(),
		...cutting,
		...details,
	})
	.superRefine(checkAssignment);

/**
 * https://developer.pagerduty.com/api-reference "Create an incident" · PagerDuty refuses an
 * `incident_key` that an open incident of the service has. So every incident gets one, and creating can be
 * repeated: a second attempt finds the first one's incident instead of paging people twice.
 */
export const create = defineOperation({
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create an incident',
		description: 'Open a new incident on a service, which pages whoever is on call',
	},
	scopes: ['incidents.write', 'incidents.read', 'priorities.read', 'users.read'],
	properties: [
		serviceId,
		{
			displayName: 'Title',
			name: 'title',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. Mail queue is growing',
			description: 'The problem in one line: people read it on their phones',
		},
		fromEmail,
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				assigneeIds,
				conferenceNumber,
				conferenceUrl,
				{
					displayName: 'Details',
					name: 'details',
					type: 'string',
					typeOptions: { rows: 4 },
					default: '',
					description:
						'What is known about the problem. An object from an expression is written out line by line.',
				},
				escalationPolicyId,
				{
					displayName: 'Incident Key',
					name: 'incidentKey',
					type: 'string',
					default: '',
					placeholder: 'e.g. mail-queue',
					description:
						'Names the problem. While an open incident of the service has this key, that incident is returned and no second one is opened. Leave it out to open a new incident for each item.',
				},
				incidentType,
				priorityId,
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
	limits: { title: titleLimit, incidentKey: keyLimit },
	objectsAsText: ['details'],
	prepare: withIds,
	simple: simpleIncident,
	repeat: {
		safe: true,
		because: 'The incident key, which n8n makes where you give none, finds the incident of the first try',
		// An incident of the first try may be resolved by now, and then the key does not stop a second one.
		lookUp: async (api, given, context) => {
			const newest = await newestWithKey(api, given.serviceId, keyOf(given, context));
			if (!newest) return undefined;
			const isNew =
				given.incidentKey === undefined || Date.parse(String(newest.created_at)) >= context.sentSince();
			return isNew ? newest : undefined;
		},
	},
	run: async (api, given, context) => {
		const incidentKey = keyOf(given, context);
		return await one(api, creation(given, incidentKey, context.uncut.title), 'incident').catch(
			async (refusal: unknown) => await holderOfKey(api, given.serviceId, incidentKey, refusal),
		);
	},
});

function creation(given: z.output<typeof input>, incidentKey: string, fullTitle?: string): ApiRequest {
	const text = [given.details, fullTitle && `Full title: ${fullTitle}`].filter(Boolean).join('\n\n');
	return {
		method: 'POST',
		path: path`/incidents`,
		from: given.fromEmail ?? true,
		body: {
			incident: {
				type: 'incident',
				title: given.title,
				service: { id: given.serviceId, type: 'service_reference' },
				incident_key: incidentKey,
				...(text === '' ? {} : { body: { type: 'incident_body', details: text } }),
				...detailsBody(given),
			},
		},
	};
}
