import type { Incident } from '../world/entities';
import type { Responder, ResponderRequest } from '../world/incidentResponse';
import type { World } from '../world/world';
import * as ref from './reference';

function responderView(
	world: World,
	incident: Incident,
	request: ResponderRequest,
	{ userId, state, updatedAt }: Responder,
) {
	return {
		state,
		user: ref.userReference(world, userId),
		incident: ref.asReference(ref.incidentTag(incident)),
		updated_at: updatedAt,
		message: request.message,
		requester: ref.userReference(world, request.requesterId),
		requested_at: request.requestedAt,
		escalation_policy_requests: request.targets
			.filter(({ type, responders }) => type !== 'user' && responders.some((one) => one.userId === userId))
			.map(({ id }) => id),
	};
}

const summaryOf = (world: World, { type, id }: { type: string; id: string }) =>
	(type === 'user' ? world.users.get(id)?.name : world.policies.get(id)?.name) ?? '';

/** A request for help, with everybody who was asked and what they said. */
export const responderRequestView = (world: World, incident: Incident, request: ResponderRequest) => ({
	incident: ref.asReference(ref.incidentTag(incident)),
	requester: ref.userReference(world, request.requesterId),
	requested_at: request.requestedAt,
	message: request.message,
	responder_request_targets: request.targets.map((target) => ({
		responder_request_target: {
			type: target.type,
			id: target.id,
			summary: summaryOf(world, target),
			incidents_responders: target.responders.map((one) => responderView(world, incident, request, one)),
		},
	})),
});

/** Everybody who was asked to help with an incident. */
export const respondersView = (world: World, incident: Incident) =>
	(world.responderRequests.get(incident.id) ?? []).flatMap((request) =>
		request.targets.flatMap(({ responders }) =>
			responders.map((one) => responderView(world, incident, request, one)),
		),
	);

export const responderRequestsView = (world: World, incident: Incident) =>
	(world.responderRequests.get(incident.id) ?? []).map((request) =>
		responderRequestView(world, incident, request),
	);
