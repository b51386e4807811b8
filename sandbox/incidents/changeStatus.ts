import { resolveAlerts } from './alerts';
import { assignByPolicy } from './assign';
import type { Step } from './step';

/** Acknowledge, unacknowledge, resolve and reopen. */
export function changeStatus(step: Step): void {
	const { incident, change } = step;
	if (change.status === undefined) return;
	if (incident.status === 'resolved' && change.status !== 'resolved') reopen(step);
	if (change.status === 'acknowledged') acknowledge(step);
	else if (change.status === 'triggered') unacknowledge(step);
	else resolve(step);
}

function setStatus({ incident, agent, at }: Step, status: 'triggered' | 'acknowledged' | 'resolved'): void {
	incident.status = status;
	incident.lastStatusChangeAt = at;
	incident.lastStatusChangeBy = agent;
	incident.resolvedAt = status === 'resolved' ? at : null;
	if (status !== 'acknowledged') delete incident.snoozedUntil;
	if (status !== 'resolved') delete incident.mergedInto;
}

function reopen(step: Step): void {
	const { world, incident, at } = step;
	setStatus(step, 'triggered');
	incident.reopenedAt = at;
	assignByPolicy(world, incident, 1, at);
	step.log('field_value_change', { changeset: ['Incident reopened'] });
	step.tell('reopened');
}

/** Whoever acknowledges becomes the assignee; a second user who acknowledges joins the first. */
export function acknowledge(step: Step): void {
	const { incident, agent, at } = step;
	const first = incident.status !== 'acknowledged';
	setStatus(step, 'acknowledged');
	const mine = { userId: agent.id, at };
	incident.acknowledgements = [
		...incident.acknowledgements.filter(({ userId }) => userId !== agent.id),
		mine,
	];
	const others = first ? [] : incident.assignments.filter(({ userId }) => userId !== agent.id);
	incident.assignments = [...others, mine];
	step.log('acknowledge');
	step.tell('acknowledged');
}

/** Whoever is on call at its level has to answer anew. */
export function unacknowledge(step: Step): void {
	const { world, incident, at } = step;
	if (incident.status !== 'acknowledged') return;
	setStatus(step, 'triggered');
	incident.acknowledgements = [];
	assignByPolicy(world, incident, incident.level, at);
	step.log('unacknowledge');
	step.tell('unacknowledged');
}

/** Its alerts are resolved with it. */
export function resolve(step: Step): void {
	const { world, incident, change, at } = step;
	setStatus(step, 'resolved');
	incident.assignments = [];
	incident.acknowledgements = [];
	resolveAlerts(world.alerts.get(incident.id), at);
	step.log('resolve', change.resolution === undefined ? {} : { note: change.resolution });
	step.tell('resolved');
}
