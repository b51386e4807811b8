import { z } from 'zod';
import { invalidInput } from '../errors';
import type { Figures } from './figures';
import type { World } from '../world/world';

const ids = z.array(z.string()).optional();
const time = z.string().datetime({ offset: true }).optional();
const count = z.number().int().min(0).optional();

export const incidentFilters = z
	.object({
		created_at_start: time,
		created_at_end: time,
		urgency: z.enum(['high', 'low']).optional(),
		major: z.boolean().optional(),
		min_ackowledgements: count,
		min_timeout_escalations: count,
		min_manual_escalations: count,
		team_ids: ids,
		service_ids: ids,
		escalation_policy_ids: ids,
		priority_ids: ids,
		priority_names: ids,
		pd_advance_used: z.boolean().optional(),
		updated_after: time,
		incident_type_ids: ids,
	})
	.strict();

export const responderFilters = z
	.object({
		date_range_start: time,
		date_range_end: time,
		urgency: z.enum(['high', 'low']).optional(),
		team_ids: ids,
		responder_ids: ids,
		priority_ids: ids,
		priority_names: ids,
	})
	.strict();

export const userFilters = z
	.object({ created_at_start: time, created_at_end: time, team_ids: ids, user_ids: ids, role_ids: ids })
	.strict();

type Filters = z.output<typeof incidentFilters>;

const year = 366 * 86_400_000;

/** Whether an incident passes. @throws 400 for more than a year */
export function passes(world: World, filters: Filters): (figures: Figures) => boolean {
	const start = Date.parse(filters.created_at_start ?? '') || -Infinity;
	const end = Date.parse(filters.created_at_end ?? '') || Infinity;
	if (Number.isFinite(start) && Number.isFinite(end) && end - start > year)
		throw invalidInput('The time range must not exceed one year');
	const among = (wanted: string[] | undefined, is: ReadonlyArray<string | null>) =>
		wanted === undefined || is.some((id) => id !== null && wanted.includes(id));
	return ({ incident, major, acknowledgements, escalations }) => {
		const at = Date.parse(incident.createdAt);
		const type = [...world.incidentTypes.values()].find(({ name }) => name === incident.incidentType);
		const priority = incident.priorityId === null ? undefined : world.priorities.get(incident.priorityId);
		return (
			at >= start &&
			at < end &&
			Date.parse(incident.updatedAt) > (Date.parse(filters.updated_after ?? '') || -Infinity) &&
			(filters.urgency ?? incident.urgency) === incident.urgency &&
			(filters.major ?? major) === major &&
			!filters.pd_advance_used &&
			acknowledgements.length >= (filters.min_ackowledgements ?? 0) &&
			escalations >= (filters.min_manual_escalations ?? 0) &&
			(filters.min_timeout_escalations ?? 0) === 0 &&
			among(filters.team_ids, world.teamIdsOf(incident)) &&
			among(filters.service_ids, [incident.serviceId]) &&
			among(filters.escalation_policy_ids, [incident.policyId]) &&
			among(filters.priority_ids, [incident.priorityId]) &&
			among(filters.priority_names, [priority?.name ?? null]) &&
			among(filters.incident_type_ids, [type?.id ?? null])
		);
	};
}
