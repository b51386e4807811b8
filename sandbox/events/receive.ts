import { randomUUID } from 'node:crypto';
import type { Account } from '../account';
import { areResolved, openAlertByKey, resolveAlerts } from '../incidents/alerts';
import { openIncident } from '../incidents/open';
import { writeLog } from '../incidents/log';
import { inMaintenance } from '../services/maintenance';
import type { AlertContext } from '../world/alerts';
import type { Agent, Incident, Service } from '../world/entities';
import { timestamp } from '../world/world';
import type { AlertEvent, ReportedChange } from './eventInput';

/**
 * Takes an alert event: a trigger opens an incident or joins the one whose open alert has its key, acknowledge and resolve
 * change it. What matches nothing open is dropped silently. A trigger is dropped while the
 * service is in maintenance as well.
 * @returns the dedup_key
 */
export function receive(account: Account, service: Service, event: AlertEvent): string {
	const { world } = account;
	const dedupKey = event.dedup_key ?? randomUUID().replace(/-/g, '');
	const agent: Agent = { type: 'service', id: service.id };
	const alert = openAlertByKey(world, service.id, dedupKey);
	const open = alert ? world.incidents.get(alert.incidentId) : world.openIncidentByKey(service.id, dedupKey);
	if (event.event_action === 'trigger') {
		if (open) joinAlert(account, open, agent, event);
		else if (!inMaintenance(world, service.id)) openFromAlert(account, service, agent, event, dedupKey);
	} else if (open) {
		if (alert && event.event_action === 'resolve') resolveAlerts([alert], world.now());
		const isOver = !alert || areResolved(world.alerts.get(open.id));
		if (event.event_action === 'acknowledge' || isOver)
			changeFromAlert(account, open, agent, event.event_action);
	}
	account.changed();
	return dedupKey;
}

/** Keeps a change. It changes no incident. */
export function receiveChange(
	account: Account,
	service: Service,
	{ payload, links = [], images = [] }: ReportedChange,
) {
	const { world } = account;
	const id = world.ids.long();
	world.changeEvents.set(id, {
		id,
		serviceId: service.id,
		summary: payload.summary,
		source: payload.source ?? null,
		timestamp: timestamp(payload.timestamp === undefined ? world.clock.now() : new Date(payload.timestamp)),
		customDetails: payload.custom_details ?? {},
		links,
		images,
	});
	account.changed();
}

const channelOf = (event: AlertEvent) => ({
	type: 'api',
	summary: event.payload?.summary,
	details: event.payload?.custom_details ?? {},
});

function openFromAlert(
	{ world, publisher }: Account,
	service: Service,
	agent: Agent,
	event: AlertEvent,
	incidentKey: string,
): void {
	const { summary = '', severity, custom_details: details } = event.payload ?? {};
	const incident = openIncident(world, {
		title: summary,
		serviceId: service.id,
		agent,
		incidentKey,
		alert: { key: incidentKey, summary, severity, details, contexts: contextsOf(event) },
		channel: channelOf(event),
	});
	publisher.incident('incident.triggered', incident, agent);
}

const contextsOf = ({ links = [], images = [] }: AlertEvent): AlertContext[] => [
	...links.map((link) => ({ type: 'link' as const, ...link })),
	...images.map(({ src, href }) => ({ type: 'image' as const, src, ...(href ? { href } : {}) })),
];
/** A repeated trigger is another entry in the log of the same incident, and no news for webhooks. */
function joinAlert({ world }: Account, incident: Incident, agent: Agent, event: AlertEvent): void {
	writeLog(world, incident, 'trigger', agent, { channel: channelOf(event) });
	incident.updatedAt = world.now();
}

function changeFromAlert(
	{ world, publisher }: Account,
	incident: Incident,
	agent: Agent,
	action: 'acknowledge' | 'resolve',
): void {
	if (action === 'acknowledge' && incident.status === 'acknowledged') return;
	const at = world.now();
	incident.status = action === 'resolve' ? 'resolved' : 'acknowledged';
	incident.lastStatusChangeAt = at;
	incident.lastStatusChangeBy = agent;
	incident.updatedAt = at;
	if (action === 'resolve') {
		resolveAlerts(world.alerts.get(incident.id), at);
		incident.resolvedAt = at;
		incident.assignments = [];
		incident.acknowledgements = [];
	}
	writeLog(world, incident, action, agent);
	publisher.incident(`incident.${incident.status}`, incident, agent);
}
