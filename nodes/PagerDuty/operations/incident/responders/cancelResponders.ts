import { path } from '../../../api/path';
import { put } from '../../../api/request';
import { defineOperation } from '../../../engine/operation';
import { setAgain } from '../../../engine/write/repeat';
import { incidentId } from '../../../fields/objects/incident';
import { incident } from '../resource';
import { nobodyNamed, policyIds, requesterId, responderIds, targetsOf } from './targets';

/** operationId cancelIncidentResponderRequest · one item for each user and policy, with what became of it. */
export const cancelResponders = defineOperation({
	of: incident,
	option: {
		name: 'Cancel Responders',
		value: 'cancelResponders',
		action: 'Cancel responder requests of an incident',
		description:
			'Stop asking people for help who have not answered yet. The result says for each whether it was cancelled, or whether they had joined or declined before.',
	},
	fields: [
		incidentId,
		requesterId,
		responderIds('Users who need not help any more'),
		policyIds('Escalation policies whose people need not help any more'),
	],
	answer: { list: 'responder_request_targets', paging: 'none' },
	conflict: nobodyNamed,
	repeat: setAgain,
	request: ({ incidentId, requesterId, ...targets }) =>
		put(path`/incidents/${incidentId}/responder_requests/cancel`, {
			requester_id: requesterId,
			responder_request_targets: targetsOf(targets),
		}),
});
