import type { Agent, ConferenceBridge, Incident, Urgency } from '../world/entities';
import { append, type World } from '../world/world';
import { addAlert, type NewAlert } from './alerts';
import { assignByPolicy, assignTo } from './assign';
import { type Channel, throughApi } from './log';

/** What an incident starts with; everything is checked before it comes here. */
export interface NewIncident {
	title: string;
	serviceId: string;
	agent: Agent;
	urgency?: Urgency;
	incidentKey?: string;
	policyId?: string;
	assigneeIds?: string[];
	priorityId?: string | null;
	incidentType?: string;
	conferenceBridge?: ConferenceBridge | null;
	details?: string | null;
	/** The alert that opened it. */
	alert?: NewAlert;
	channel?: Channel;
	/** ISO 8601; now by default. */
	at?: string;
}

/** Opens an incident: gives it id and number, assigns it, writes its first log entry. Tells no webhook. */
export function openIncident(world: World, start: NewIncident): Incident {
	const service = world.services.get(start.serviceId);
	if (!service) throw new Error(`No service ${start.serviceId}`);
	const at = start.at ?? world.now();
	const incident: Incident = {
		id: world.ids.incident(),
		number: world.nextIncidentNumber++,
		title: start.title,
		status: 'triggered',
		urgency: start.urgency ?? service.urgency,
		createdAt: at,
		updatedAt: at,
		resolvedAt: null,
		reopenedAt: null,
		lastStatusChangeAt: at,
		lastStatusChangeBy: start.agent,
		incidentKey: start.incidentKey ?? world.ids.incidentKey(),
		serviceId: service.id,
		policyId: start.policyId ?? service.policyId,
		level: 1,
		assignedVia: 'escalation_policy',
		assignments: [],
		acknowledgements: [],
		priorityId: start.priorityId ?? null,
		incidentType: start.incidentType ?? 'incident_default',
		conferenceBridge: start.conferenceBridge ?? null,
		details: start.details ?? null,
	};
	if (start.assigneeIds?.length) assignTo(incident, start.assigneeIds, at);
	else assignByPolicy(world, incident, 1, at);
	world.incidents.set(incident.id, incident);
	const channel = start.channel ?? throughApi;
	const logEntryId = world.ids.logEntry();
	append(world.logEntries, incident.id, {
		id: logEntryId,
		kind: 'trigger',
		createdAt: at,
		incidentId: incident.id,
		agent: start.agent,
		summary: channel.type === 'website' ? 'Triggered through the website.' : 'Triggered through the API.',
		channel: { ...channel, summary: start.title },
	});
	if (start.alert) addAlert(world, incident, start.alert, logEntryId, at);
	return incident;
}
