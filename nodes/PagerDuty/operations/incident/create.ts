import { createHash } from 'crypto';

import type { IDataObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';
import { z } from 'zod';

import { isObject, rowsOf } from '../../api/answer';
import type { Api, ApiRequest } from '../../api/client';
import { path } from '../../api/path';
import { defineOperation } from '../../engine/operation';
import { escalationPolicyId } from '../../fields/escalationPolicy';
import { id } from '../../fields/id';
import { incidentType } from '../../fields/incidentType';
import { priorityId } from '../../fields/priority';
import { serviceId } from '../../fields/service';
import { simplify } from '../../fields/simplify';
import { assigneeIds, email, fromEmail } from '../../fields/user';
import { checkAssignment, conferenceNumber, conferenceUrl, details, detailsBody, urgency } from './fields';
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
	run: async (api, given, { repeatKey }) => {
		const incidentKey = given.incidentKey ?? derivedKey(repeatKey, given.serviceId, given.title);
		const answer = await api.call(creation(given, incidentKey)).catch(async (error: unknown) => ({
			incident: await holderOfKey(api, given.serviceId, incidentKey, error),
		}));
		return isObject(answer.incident) ? answer.incident : answer;
	},
});

/** Service and title are in it because an agent may call this tool several times as one item. */
const derivedKey = (...parts: string[]) =>
	`n8n-${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)}`;

const creation = (given: z.output<typeof input>, incidentKey: string): ApiRequest => ({
	method: 'POST',
	path: path`/incidents`,
	from: given.fromEmail ?? true,
	// The incident key makes it safe.
	repeatable: true,
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

/**
 * The open incident that already has the key, when that is why PagerDuty refused to create another one: it answers
 * with 400 and its code for "arguments caused error".
 *
 * @throws the refusal itself when it has another reason
 */
async function holderOfKey(
	api: Api,
	serviceId: string,
	incidentKey: string,
	refusal: unknown,
): Promise<IDataObject> {
	if (!(refusal instanceof NodeApiError) || refusal.context.pagerDutyCode !== 2002) throw refusal;
	const answer = await api.call({
		method: 'GET',
		path: path`/incidents`,
		query: {
			incident_key: incidentKey,
			'service_ids[]': [serviceId],
			'statuses[]': ['triggered', 'acknowledged'],
			date_range: 'all',
		},
	});
	const [open] = rowsOf(answer, 'incidents');
	if (!open) throw refusal;
	return open;
}
