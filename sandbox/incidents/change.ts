import { alreadyAcknowledged, alreadyResolved, invalidInput } from '../errors';
import type { Agent, Incident } from '../world/entities';
import type { World } from '../world/world';
import { changeFields } from './changeFields';
import { changeRouting } from './changeRouting';
import { changeStatus } from './changeStatus';
import { type Announce, type Doer, type IncidentChange, stepOf } from './step';

/**
 * Refuses what PagerDuty refuses, before anything is changed: so a bulk change is all or nothing.
 * @throws 1001 for resolving (or reassigning, escalating, re-rating) a resolved incident,
 * 1002 for acknowledging twice as the same user, 2001 for a level the policy does not have.
 */
export function checkChange(world: World, incident: Incident, change: IncidentChange, doer: Doer): void {
	const routing = [
		change.escalationLevel,
		change.policyId,
		change.assigneeIds,
		change.urgency,
		change.serviceId,
	];
	if (incident.status === 'resolved') {
		const reopens = change.status === 'triggered' || change.status === 'acknowledged';
		if (change.status === 'resolved') throw alreadyResolved();
		if (!reopens && routing.some((value) => value !== undefined)) throw alreadyResolved();
	}
	const mine = incident.acknowledgements.some(({ userId }) => userId === doer.userId);
	if (change.status === 'acknowledged' && incident.status === 'acknowledged' && mine)
		throw alreadyAcknowledged();
	if (change.escalationLevel !== undefined) {
		const levels = world.policies.get(change.policyId ?? incident.policyId)?.rules.length ?? 0;
		if (change.escalationLevel > levels)
			throw invalidInput(`Escalation level must be between 1 and ${levels}`);
	}
}

/** Makes a checked change: state, one log entry and one announcement for each thing that changed. */
export function applyChange(
	world: World,
	incident: Incident,
	change: IncidentChange,
	doer: Doer,
	announce: Announce,
): void {
	const agent: Agent = { type: 'user', id: doer.userId };
	const before = JSON.stringify(incident);
	const step = stepOf(world, incident, agent, announce, { ...doer, change });
	changeFields(step);
	changeStatus(step);
	changeRouting(step);
	if (JSON.stringify(incident) !== before) incident.updatedAt = step.at;
}
