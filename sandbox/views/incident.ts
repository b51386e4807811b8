import { isMergeable } from '../incidents/merge';
import { pendingActions } from '../incidents/snooze';
import type { Agent, Incident } from '../world/entities';
import type { World } from '../world/world';
import { customFieldsView } from './customField';
import { logEntryReference, logEntryView } from './logEntry';
import { policyView, priorityView, teamViews, userView } from './people';
import * as ref from './reference';
import { responderRequestsView, respondersView } from './responder';
import { serviceView } from './service';

const nothing: ReadonlySet<string> = new Set();

/** An incident as the REST API gives it; `include` names what comes in full instead of as a reference. */
export function incidentView(
	world: World,
	incident: Incident,
	include: ReadonlySet<string> = nothing,
): Record<string, unknown> {
	const user = (id: string, name: string) =>
		include.has(name) || include.has('users')
			? userView(world, ref.held(world.users, id), nothing)
			: ref.userReference(world, id);
	const agent = (who: Agent) =>
		who.type === 'user'
			? user(who.id, 'agents')
			: include.has('agents')
				? serviceView(world, ref.held(world.services, who.id), nothing)
				: ref.agentReference(world, who);
	return {
		...ref.incidentTag(incident),
		incident_number: incident.number,
		title: incident.title,
		description: incident.title,
		created_at: incident.createdAt,
		updated_at: incident.updatedAt,
		status: incident.status,
		incident_key: incident.incidentKey,
		service: include.has('services')
			? serviceView(world, ref.held(world.services, incident.serviceId), nothing)
			: ref.serviceReference(world, incident.serviceId),
		assignments: incident.assignments.map(({ at, userId }) => ({ at, assignee: user(userId, 'assignees') })),
		assigned_via: incident.assignedVia,
		last_status_change_at: incident.lastStatusChangeAt,
		last_status_change_by: agent(incident.lastStatusChangeBy),
		resolved_at: incident.resolvedAt,
		first_trigger_log_entry: firstLogEntry(world, incident, include.has('first_trigger_log_entries')),
		alert_counts: alertCounts(world, incident),
		is_mergeable: incident.status !== 'resolved' && isMergeable(world, incident),
		incident_type: { name: incident.incidentType },
		escalation_policy: include.has('escalation_policies')
			? policyView(world, ref.held(world.policies, incident.policyId), nothing)
			: ref.policyReference(world, incident.policyId),
		teams: teamViews(world, world.teamIdsOf(incident), include.has('teams')),
		pending_actions: pendingActions(incident),
		acknowledgements: incident.acknowledgements.map(({ at, userId }) => ({
			at,
			acknowledger: user(userId, 'acknowledgers'),
		})),
		alert_grouping: null,
		...(incident.priorityId === null ? {} : { priority: priority(world, incident.priorityId, include) }),
		resolve_reason: ref.resolveReason(world, incident),
		...(include.has('conference_bridge') && incident.conferenceBridge
			? { conference_bridge: incident.conferenceBridge }
			: {}),
		incidents_responders: respondersView(world, incident),
		responder_requests: responderRequestsView(world, incident),
		urgency: incident.urgency,
	};
}

/** One incident on its own: as in lists, and its body. */
export function incidentDetail(world: World, incident: Incident, include: ReadonlySet<string> = nothing) {
	return {
		...incidentView(world, incident, include),
		...(incident.details === null ? {} : { body: { type: 'incident_body', details: incident.details } }),
		...(include.has('custom_fields') ? { custom_fields: customFieldsView(world, incident) } : {}),
	};
}

function priority(world: World, id: string, include: ReadonlySet<string>) {
	return include.has('priorities')
		? priorityView(ref.held(world.priorities, id))
		: ref.priorityReference(world, id);
}

function firstLogEntry(world: World, incident: Incident, full: boolean) {
	const [entry] = world.logEntries.get(incident.id) ?? [];
	if (!entry) throw new Error(`The sandbox lost the first log entry of ${incident.id}`);
	return full ? logEntryView(world, incident, entry, nothing) : logEntryReference(entry);
}

function alertCounts(world: World, { id }: Incident) {
	const alerts = world.alerts.get(id) ?? [];
	const resolved = alerts.filter(({ status }) => status === 'resolved').length;
	return { all: alerts.length, triggered: alerts.length - resolved, resolved };
}
