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
import { assigneeIds, email, fromEmail } from '../../fields/user';
import { checkAssignment, conferenceNumber, conferenceUrl, details, detailsBody, urgency } from './fields';
import { holderOfKey, keyOf, newestWithKey } from './incidentKey';
import { simpleIncident } from './simple';

const input = z
	.object({
		serviceId: id,
		title: z.string().max(1024, 'is too long: PagerDuty takes 1,024 characters'),
		fromEmail: email.optional(),
		details: z.string().optional(),
		incidentKey: z.string().max(255, 'is too long: PagerDuty takes 255 characters').optional(),
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
	scopes: ['incidents.write', 'incidents.read'],
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
					description: 'What is known about the problem, as plain text',
				},
				escalationPolicyId,
				{
					displayName: 'Incident Key',
					name: 'incidentKey',
					type: 'string',
					default: '',
					placeholder: 'e.g. mail-queue',
					description:
						'Names the problem. While an open incident of the service has this key, that incident is returned and no second one is opened. Without a key, n8n makes one for each item.',
				},
				incidentType,
				priorityId,
				urgency,
			],
		},
		simplify,
	],
	input,
	simple: simpleIncident,
	repeat: {
		safe: true,
		because: 'The incident key, which n8n makes where you give none, finds the incident of the first try',
		// An incident of the first try may be resolved by now, and then the key does not stop a second one.
		lookUp: async (api, given, { repeatKey, sentSince }) => {
			const newest = await newestWithKey(api, given.serviceId, keyOf(given, repeatKey));
			if (!newest) return undefined;
			const isNew = given.incidentKey === undefined || Date.parse(String(newest.created_at)) >= sentSince();
			return isNew ? newest : undefined;
		},
	},
	run: async (api, given, { repeatKey }) => {
		const incidentKey = keyOf(given, repeatKey);
		return await one(api, creation(given, incidentKey), 'incident').catch(
			async (refusal: unknown) => await holderOfKey(api, given.serviceId, incidentKey, refusal),
		);
	},
});

const creation = (given: z.output<typeof input>, incidentKey: string): ApiRequest => ({
	method: 'POST',
	path: path`/incidents`,
	from: given.fromEmail ?? true,
	body: {
		incident: {
			type: 'incident',
			title: given.title,
			service: { id: given.serviceId, type: 'service_reference' },
			incident_key: incidentKey,
			...(given.details === undefined ? {} : { body: { type: 'incident_body', details: given.details } }),
			...detailsBody(given),
		},
	},
});
