import { path } from '../../../api/path';
import { post } from '../../../api/request';
import { one } from '../../../api/shape';
import { defineOperation } from '../../../engine/operation';
import { additionalFields, options } from '../../../fields/collection';
import { escalationPolicyId } from '../../../fields/objects/escalationPolicy';
import { required } from '../../../fields/field';
import { ifTooLong } from '../../../fields/ifTooLong';
import { incidentType } from '../../../fields/objects/incidentType';
import { priorityId } from '../../../fields/objects/priority';
import { serviceId } from '../../../fields/objects/service';
import { simplify } from '../../../fields/simplify';
import { urgency } from '../../../fields/urgency';
import { assigneeIds, fromEmail } from '../../../fields/objects/user';
import { conferenceNumber, conferenceUrl, details, detailsBody, doublyAssigned, title } from '../fields';
import { holderOfKey, incidentKey, keyOf, newestWithKey } from './incidentKey';
import { incident } from '../resource';

const newTitle = {
	...required(title),
	placeholder: 'e.g. Mail queue is growing',
	description: 'The problem in one line: people read it on their phones',
};

/**
 * operationId createIncident · PagerDuty refuses an `incident_key` that an open incident of the service has. So every
 * incident gets one, and creating can be repeated: a second attempt finds the first one's incident instead of paging
 * people twice.
 */
export const create = defineOperation({
	of: incident,
	option: {
		name: 'Create',
		value: 'create',
		action: 'Create an incident',
		description: 'Open a new incident on a service, which pages whoever is on call',
	},
	fields: [
		serviceId,
		newTitle,
		fromEmail,
		additionalFields(
			assigneeIds,
			conferenceNumber,
			conferenceUrl,
			details,
			escalationPolicyId,
			incidentKey,
			incidentType,
			priorityId,
			urgency,
		),
		simplify,
		options(ifTooLong),
	],
	conflict: doublyAssigned,
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
		const { serviceId, title, details: said } = given;
		const fullTitle = context.uncut.title;
		const text = [said, fullTitle && `Full title: ${fullTitle}`].filter(Boolean).join('\n\n');
		const key = keyOf(given, context);
		const request = post(path`/incidents`, {
			incident: {
				type: 'incident',
				title,
				service: { id: serviceId, type: 'service_reference' },
				incident_key: key,
				...(text === '' ? {} : { body: { type: 'incident_body', details: text } }),
				...detailsBody(given),
			},
		});
		return await one(api, request, 'incident').catch(
			async (refusal: unknown) => await holderOfKey(api, serviceId, key, refusal),
		);
	},
});
