import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Account } from '../account';
import { reference } from '../http/input';
import { addRoute } from '../http/rest';
import { cancelRequest, requestResponders, type Target } from '../incidents/responderRequests';
import { responderRequestView } from '../views/responder';
import type { World } from '../world/world';
import { existing } from './incidentInput';
import { incidentOf } from './incidents';

const target = reference('user_reference', 'escalation_policy_reference');
const requestBody = z
	.object({
		requester_id: z.string(),
		message: z.string(),
		responder_request_targets: z.array(z.object({ responder_request_target: target }).strict()).min(1),
	})
	.strict();
const cancelBody = z
	.object({ requester_id: z.string(), responder_request_targets: z.array(target).min(1) })
	.strict();

const typeOf = ({ type }: z.output<typeof target>) =>
	type === 'user_reference' ? 'user' : 'escalation_policy';

/** @throws 400 for what does not exist */
function targetOf(world: World, sent: z.output<typeof target>): Target {
	const type = typeOf(sent);
	return { type, id: existing(type === 'user' ? world.users : world.policies, sent.id, 'Target') };
}

/** operationId createIncidentResponderRequest, cancelIncidentResponderRequest */
export function addResponderRoutes(app: FastifyInstance, account: Account): void {
	const { world, publisher } = account;

	addRoute(app, account, {
		method: 'POST',
		path: '/incidents/:id/responder_requests',
		scope: 'incidents.write',
		body: requestBody,
		answer: ({ params, body }) => {
			const incident = incidentOf(world, params.id);
			const requester = existing(world.users, body.requester_id, 'Requester');
			const targets = body.responder_request_targets.map((sent) =>
				targetOf(world, sent.responder_request_target),
			);
			const request = requestResponders(world, incident, requester, body.message, targets);
			publisher.respondersAdded(incident, request);
			account.changed();
			return { responder_request: responderRequestView(world, incident, request) };
		},
	});

	addRoute(app, account, {
		method: 'PUT',
		path: '/incidents/:id/responder_requests/cancel',
		scope: 'incidents.write',
		body: cancelBody,
		answer: ({ params, body }) => {
			const incident = incidentOf(world, params.id);
			existing(world.users, body.requester_id, 'Requester');
			const results = body.responder_request_targets.map((sent) => ({
				type: sent.type,
				id: sent.id,
				result: cancelRequest(world, incident, { type: typeOf(sent), id: sent.id }),
			}));
			account.changed();
			return { responder_request_targets: results };
		},
	});
}
