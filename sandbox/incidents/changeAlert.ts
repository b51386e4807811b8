import type { Account } from '../account';
import { alreadyResolved, argumentsCausedError } from '../errors';
import type { Alert } from '../world/alerts';
import type { Agent, Incident } from '../world/entities';
import type { World } from '../world/world';
import { alertLimit, areResolved, moveAlert, resolveAlerts } from './alerts';
import { resolve } from './changeStatus';
import { stepOf } from './step';

/** What a PUT may change of an alert. */
export interface AlertChange {
	status?: Alert['status'];
	/** The incident that it moves to. */
	target?: Incident;
}

/** @throws 1001 where it is to belong to a resolved incident, 400 where that has too many alerts */
export function checkAlertChange(world: World, alert: Alert, { status, target }: AlertChange): void {
	const incident = target ?? world.incidents.get(alert.incidentId);
	const isMoved = target !== undefined && target.id !== alert.incidentId;
	if (incident?.status === 'resolved' && (isMoved || status === 'triggered')) throw alreadyResolved();
	if (isMoved && (world.alerts.get(target.id)?.length ?? 0) >= alertLimit)
		throw argumentsCausedError(`An incident has ${alertLimit} alerts at most`);
}

/** Makes a checked change. An incident whose last open alert is resolved is resolved with it. */
export function changeAlert(
	{ world, publisher }: Account,
	alert: Alert,
	{ status, target }: AlertChange,
	agent: Agent,
): void {
	if (target && target.id !== alert.incidentId) moveAlert(world, alert, target);
	const incident = world.incidents.get(alert.incidentId);
	const step = incident && stepOf(world, incident, agent, publisher.incident.bind(publisher));
	if (!incident || !step) return;
	if (status === 'triggered') Object.assign(alert, { status, resolvedAt: null });
	if (status === 'resolved') resolveAlerts([alert], step.at);
	incident.updatedAt = step.at;
	if (status === 'resolved' && incident.status !== 'resolved' && areResolved(world.alerts.get(incident.id)))
		resolve(step);
}
