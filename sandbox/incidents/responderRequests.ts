import { usersAtLevel } from './assign';
import type { Incident } from '../world/entities';
import type { ResponderRequest, ResponderTarget } from '../world/incidentResponse';
import { append, type World } from '../world/world';

export type Target = Pick<ResponderTarget, 'type' | 'id'>;

/** Asks users, and whoever is on the first level of escalation policies, to help with an incident. */
export function requestResponders(
	world: World,
	incident: Incident,
	requesterId: string,
	message: string,
	targets: readonly Target[],
): ResponderRequest {
	const at = world.now();
	const asked = ({ type, id }: Target) => {
		const policy = type === 'user' ? undefined : world.policies.get(id);
		return policy ? usersAtLevel(policy, 1) : [id];
	};
	const request: ResponderRequest = {
		id: world.ids.short(),
		incidentId: incident.id,
		requesterId,
		message,
		requestedAt: at,
		targets: targets.map((target) => ({
			...target,
			responders: asked(target).map((userId) => ({ userId, state: 'pending', updatedAt: at })),
		})),
	};
	append(world.responderRequests, incident.id, request);
	incident.updatedAt = at;
	return request;
}

/** The requests of an incident to a target, newest first. */
const requestsTo = (world: World, { id }: Incident, target: Target): ResponderTarget[] =>
	(world.responderRequests.get(id) ?? [])
		.flatMap(({ targets }) => targets)
		.filter((each) => each.id === target.id && each.type === target.type)
		.reverse();

/** Takes back what is pending. @returns what became of it, in PagerDuty's words */
export function cancelRequest(world: World, incident: Incident, target: Target): string {
	const [newest] = requestsTo(world, incident, target);
	const pending = newest?.responders.filter(({ state }) => state === 'pending') ?? [];
	for (const responder of pending)
		Object.assign(responder, { state: 'user_cancelled', updatedAt: world.now() });
	if (pending.length > 0) return 'cancelled';
	const [first] = newest?.responders ?? [];
	return first?.state === 'joined' || first?.state === 'declined' ? first.state : 'not_found';
}

/** A user who was asked joins or declines. @returns the request; undefined where nobody waits for this user */
export function reply(
	world: World,
	incident: Incident,
	userId: string,
	state: 'joined' | 'declined',
): ResponderRequest | undefined {
	for (const request of [...(world.responderRequests.get(incident.id) ?? [])].reverse())
		for (const { responders } of request.targets) {
			const found = responders.find((one) => one.userId === userId && one.state === 'pending');
			if (!found) continue;
			Object.assign(found, { state, updatedAt: world.now() });
			return request;
		}
	return undefined;
}
