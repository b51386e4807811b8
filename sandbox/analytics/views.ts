import { held } from '../views/reference';
import type { User } from '../world/entities';
import type { World } from '../world/world';
import { mean, percentile, sum, type Figures } from './figures';

const known = (values: Array<number | undefined>) => values.filter((value) => value !== undefined);

/** Properties that have a value. */
const defined = (values: object) =>
	Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

/** Figures over many incidents. */
export function metricsView(all: Figures[]) {
	const acks = known(all.map(({ toFirstAck }) => toFirstAck));
	const resolved = known(all.map(({ toResolve }) => toResolve));
	const of = (value: (figures: Figures) => number) => all.map(value);
	const engaged = of((figures) => figures.engaged);
	return {
		mean_assignment_count: mean(of(({ assignedIds }) => assignedIds.length)),
		mean_engaged_seconds: mean(engaged),
		mean_engaged_user_count: mean(of(({ engagedIds }) => engagedIds.length)),
		mean_seconds_to_engage: 0,
		mean_seconds_to_first_ack: mean(acks),
		mean_seconds_to_mobilize: 0,
		mean_seconds_to_resolve: mean(resolved),
		total_engaged_seconds: Math.round(sum(engaged)),
		total_escalation_count: sum(of(({ escalations }) => escalations)),
		total_incident_count: all.length,
		total_incidents_acknowledged: acks.length,
		total_incidents_auto_resolved: all.filter(
			({ toResolve, resolvedBy }) => toResolve !== undefined && resolvedBy === undefined,
		).length,
		total_incidents_manual_escalated: all.filter(({ escalations }) => escalations > 0).length,
		total_incidents_reassigned: all.filter(({ reassignments }) => reassignments > 0).length,
		total_incidents_timeout_escalated: 0,
		...interruptionsOf(all),
		total_snoozed_seconds: 0,
	};
}

function interruptionsOf(all: Figures[]) {
	const total = (when: 'business' | 'off' | 'sleep') =>
		sum(all.map(({ interruptions }) => interruptions[when]));
	const [business, off, sleep] = [total('business'), total('off'), total('sleep')];
	return {
		total_business_hour_interruptions: business,
		total_off_hour_interruptions: off,
		total_sleep_hour_interruptions: sleep,
		total_interruptions: business + off + sleep,
		total_notifications: 2 * (business + off + sleep),
	};
}

/** How long the quick and the slow ones took; only of all incidents together. */
export function percentilesView(all: Figures[]) {
	const acks = known(all.map(({ toFirstAck }) => toFirstAck));
	const resolved = known(all.map(({ toResolve }) => toResolve));
	return Object.fromEntries(
		[50, 75, 90, 95].flatMap((percent) => [
			[`p${percent}_seconds_to_first_ack`, Math.round(percentile(acks, percent))],
			[`p${percent}_seconds_to_resolve`, Math.round(percentile(resolved, percent))],
		]),
	);
}

/** Figures over what one user did. */
export function responderView(user: User, all: Figures[]) {
	const own = all.filter(({ assignedIds }) => assignedIds.includes(user.id));
	const acknowledged = own.filter(({ engagedIds }) => engagedIds.includes(user.id));
	return {
		// The document says that it is a number; an ID is none.
		responder_name: user.name,
		mean_engaged_seconds: mean(acknowledged.map(({ engaged }) => engaged)),
		mean_time_to_acknowledge_seconds: mean(known(acknowledged.map(({ toFirstAck }) => toFirstAck))),
		...interruptionsOf(own),
		total_engaged_seconds: Math.round(sum(acknowledged.map(({ engaged }) => engaged))),
		total_incident_count: own.length,
		total_incidents_acknowledged: acknowledged.length,
	};
}

/** One incident with its figures. */
export function rawIncidentView(world: World, figures: Figures) {
	const { incident, toFirstAck, toResolve, assignedIds, engagedIds, interruptions } = figures;
	const names = (ids: string[]) => ids.map((id) => held(world.users, id).name);
	const priority = incident.priorityId === null ? null : held(world.priorities, incident.priorityId);
	const [teamId] = world.teamIdsOf(incident);
	const type = [...world.incidentTypes.values()].find(({ name }) => name === incident.incidentType);
	const { business, off, sleep } = interruptions;
	return defined({
		id: incident.id,
		incident_number: incident.number,
		description: incident.title,
		status: incident.status,
		urgency: incident.urgency,
		major: figures.major,
		created_at: incident.createdAt,
		updated_at: incident.updatedAt,
		resolved_at: incident.resolvedAt ?? undefined,
		service_id: incident.serviceId,
		service_name: held(world.services, incident.serviceId).name,
		escalation_policy_id: incident.policyId,
		escalation_policy_name: held(world.policies, incident.policyId).name,
		team_id: teamId ?? null,
		team_name: teamId === undefined ? null : held(world.teams, teamId).name,
		priority_id: priority?.id ?? null,
		priority_name: priority?.name ?? null,
		incident_type_id: type?.id,
		incident_type_name: type?.name,
		acknowledged_user_ids: engagedIds,
		acknowledged_user_names: names(engagedIds),
		acknowledgement_count: figures.acknowledgements.length,
		active_user_count: engagedIds.length,
		assigned_user_ids: assignedIds,
		assigned_user_names: names(assignedIds),
		assignment_count: assignedIds.length,
		auto_resolved: toResolve !== undefined && figures.resolvedBy === undefined,
		engaged_seconds: Math.round(figures.engaged),
		engaged_user_count: engagedIds.length,
		joined_user_ids: engagedIds,
		joined_user_names: names(engagedIds),
		escalation_count: figures.escalations,
		manual_escalation_count: figures.escalations,
		timeout_escalation_count: 0,
		reassignment_count: figures.reassignments,
		resolved_by_user_id: figures.resolvedBy,
		resolved_by_user_name: figures.resolvedBy && held(world.users, figures.resolvedBy).name,
		seconds_to_first_ack: toFirstAck,
		seconds_to_resolve: toResolve,
		snoozed_seconds: 0,
		business_hour_interruptions: business,
		off_hour_interruptions: off,
		sleep_hour_interruptions: sleep,
		total_interruptions: business + off + sleep,
		total_notifications: 2 * (business + off + sleep),
		user_defined_effort_seconds: null,
	});
}
