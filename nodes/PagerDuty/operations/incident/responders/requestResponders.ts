import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../api/answer';
import { path } from '../../../api/path';
import { get, post } from '../../../api/request';
import { one } from '../../../api/shape';
import { defineOperation } from '../../../engine/operation';
import { field, required } from '../../../fields/field';
import { incidentId } from '../../../fields/objects/incident';
import { simplify } from '../../../fields/simplify';
import { incident } from '../resource';
import { nobodyNamed, policyIds, requesterId, responderIds, targetsOf } from './targets';

const message = required(
	field({
		displayName: 'Message',
		name: 'message',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		placeholder: 'e.g. Please help with the mail queue: meet.example.com/war-room',
		description: 'What the people who are asked get to read',
	}),
);

/** operationId createIncidentResponderRequest · an incident keeps the requests that were made for it. */
export const requestResponders = defineOperation({
	of: incident,
	option: {
		name: 'Request Responders',
		value: 'requestResponders',
		action: 'Request responders for an incident',
		description:
			'Ask more people to help with an incident: users, or whoever is on call on an escalation policy. PagerDuty notifies them until they accept or decline.',
	},
	fields: [
		incidentId,
		requesterId,
		message,
		responderIds('Users to ask for help'),
		policyIds('Escalation policies whose people on call to ask for help'),
		simplify,
	],
	answer: { one: 'responder_request' },
	simple: ['message', 'requested_at', 'requester', 'incident', 'responder_request_targets'],
	conflict: nobodyNamed,
	changes: (targets) => targetsOf(targets).length,
	repeat: {
		safe: true,
		because: 'The request is looked for on the incident before people are asked again',
		lookUp: async (api, { incidentId, requesterId, message }, { sentSince }) => {
			const found = await one(api, get(path`/incidents/${incidentId}`), 'incident');
			const since = sentSince();
			const requests = Array.isArray(found.responder_requests) ? found.responder_requests : [];
			return requests
				.filter(isObject)
				.find(
					(request: IDataObject) =>
						request.message === message &&
						isObject(request.requester) &&
						request.requester.id === requesterId &&
						Date.parse(String(request.requested_at)) >= since,
				);
		},
	},
	request: ({ incidentId, requesterId, message, ...targets }) =>
		post(path`/incidents/${incidentId}/responder_requests`, {
			requester_id: requesterId,
			message,
			// As the document's example and PagerDuty's own clients have it, each in a wrapper.
			responder_request_targets: targetsOf(targets).map((target) => ({ responder_request_target: target })),
		}),
});
