import type { Alert } from '../world/alerts';
import type { Incident } from '../world/entities';
import { append, type World } from '../world/world';

/** Alerts that an incident may have. */
export const alertLimit = 1_000;

/** What an alert starts with. */
export interface NewAlert
	extends Pick<Alert, 'key' | 'summary'>, Partial<Pick<Alert, 'severity' | 'details' | 'contexts'>> {}

/** Adds an alert to an incident. @param logEntryId the log entry of its event */
export function addAlert(
	world: World,
	incident: Incident,
	{ key, summary, severity = 'critical', details = {}, contexts = [] }: NewAlert,
	logEntryId: string,
	at: string,
): Alert {
	const alert: Alert = {
		id: world.ids.incident(),
		incidentId: incident.id,
		serviceId: incident.serviceId,
		key,
		summary,
		status: 'triggered',
		severity,
		createdAt: at,
		resolvedAt: null,
		opened: { logEntryId, incidentId: incident.id },
		details,
		contexts,
	};
	append(world.alerts, incident.id, alert);
	return alert;
}

/** The alert of a service that has this dedup_key and is not resolved yet. */
export function openAlertByKey(world: World, serviceId: string, key: string): Alert | undefined {
	for (const [incidentId, alerts] of world.alerts) {
		if (world.incidents.get(incidentId)?.status === 'resolved') continue;
		const found = alerts.find(
			(alert) => alert.key === key && alert.serviceId === serviceId && alert.status === 'triggered',
		);
		if (found) return found;
	}
	return undefined;
}

export function resolveAlerts(alerts: readonly Alert[] = [], at: string): void {
	for (const alert of alerts) {
		if (alert.status === 'resolved') continue;
		alert.status = 'resolved';
		alert.resolvedAt = at;
	}
}

/** Whether there are alerts, and none of them is open. */
export const areResolved = (alerts: readonly Alert[] = []): boolean =>
	alerts.length > 0 && alerts.every(({ status }) => status === 'resolved');

/** Makes an alert one of another incident's. */
export function moveAlert(world: World, alert: Alert, target: Incident): void {
	const left = (world.alerts.get(alert.incidentId) ?? []).filter((other) => other !== alert);
	world.alerts.set(alert.incidentId, left);
	alert.incidentId = target.id;
	append(world.alerts, target.id, alert);
}
