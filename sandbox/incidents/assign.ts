import type { EscalationPolicy, Incident } from '../world/entities';
import type { World } from '../world/world';

/** The users of one level of an escalation policy; levels count from 1, and the last one stands for all beyond. */
export function usersAtLevel(policy: EscalationPolicy, level: number): string[] {
	const rule = policy.rules[Math.min(level, policy.rules.length) - 1];
	return rule ? rule.userIds : [];
}

/** Assigns an incident by its escalation policy, at a level. */
export function assignByPolicy(world: World, incident: Incident, level: number, at: string): void {
	const policy = world.policies.get(incident.policyId);
	incident.level = level;
	incident.assignedVia = 'escalation_policy';
	incident.assignments = (policy ? usersAtLevel(policy, level) : []).map((userId) => ({ userId, at }));
}

/** Assigns an incident to these users directly. */
export function assignTo(incident: Incident, userIds: string[], at: string): void {
	incident.assignedVia = 'direct_assignment';
	incident.assignments = userIds.map((userId) => ({ userId, at }));
}

export const assigneeIds = (incident: Incident): string[] => incident.assignments.map(({ userId }) => userId);
