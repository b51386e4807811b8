import { assigneeIds, assignByPolicy, assignTo } from './assign';
import type { Step } from './step';

/** Service, escalation policy, escalation level and assignees: whoever is now to answer. */
export function changeRouting(step: Step): void {
	const { world, incident, change, at, log, tell } = step;
	if (change.serviceId !== undefined && change.serviceId !== incident.serviceId) {
		incident.serviceId = change.serviceId;
		const service = world.services.get(change.serviceId)?.name ?? change.serviceId;
		log('field_value_change', { changeset: [`Service changed to ${service}`] });
		tell('service_updated');
	}
	if (incident.status === 'resolved' || isAsItWas(step)) return;
	if (change.policyId !== undefined) {
		incident.policyId = change.policyId;
		assignByPolicy(world, incident, change.escalationLevel ?? 1, at);
		log('delegate', { assigneeIds: assigneeIds(incident) });
		tell('delegated');
	} else if (change.escalationLevel !== undefined) {
		assignByPolicy(world, incident, change.escalationLevel, at);
		log('escalate', { assigneeIds: assigneeIds(incident) });
		tell('escalated');
	}
	if (change.assigneeIds !== undefined) {
		assignTo(incident, change.assigneeIds, at);
		log('assign', { assigneeIds: assigneeIds(incident) });
		tell('reassigned');
	}
}

/** A whole incident that is sent back names its policy and its assignees: nobody is to be assigned anew. */
function isAsItWas({ incident, change: { policyId, assigneeIds: wanted, escalationLevel } }: Step): boolean {
	const isSame = policyId === incident.policyId && escalationLevel === undefined;
	return isSame && wanted !== undefined && wanted.join() === assigneeIds(incident).join();
}
