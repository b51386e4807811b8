import type { Incident } from '../world/entities';
import type { World } from '../world/world';

/** Filters of GET /incidents, as they are after checking. Empty lists filter nothing. */
export interface IncidentFilter {
	statuses: string[];
	urgencies: string[];
	serviceIds: string[];
	teamIds: string[];
	userIds: string[];
	priorityIds: string[];
	incidentKey?: string;
	/** Bounds on created_at; `since` counts, `until` does not. */
	since?: Date;
	until?: Date;
}

const among = (wanted: string[], value: string) => wanted.length === 0 || wanted.includes(value);

/** Incidents that match, in the order of their numbers. */
export function selectIncidents(world: World, filter: IncidentFilter): Incident[] {
	const { since, until } = filter;
	return [...world.incidents.values()].filter((incident) => {
		const created = Date.parse(incident.createdAt);
		return (
			among(filter.statuses, incident.status) &&
			among(filter.urgencies, incident.urgency) &&
			among(filter.serviceIds, incident.serviceId) &&
			among(filter.priorityIds, incident.priorityId ?? '') &&
			(filter.teamIds.length === 0 || world.teamIdsOf(incident).some((id) => filter.teamIds.includes(id))) &&
			(filter.userIds.length === 0 ||
				incident.assignments.some(({ userId }) => filter.userIds.includes(userId))) &&
			(filter.incidentKey === undefined || incident.incidentKey === filter.incidentKey) &&
			(since === undefined || created >= since.getTime()) &&
			(until === undefined || created < until.getTime())
		);
	});
}

const sortKeys = {
	incident_number: (incident: Incident) => incident.number,
	created_at: (incident: Incident) => Date.parse(incident.createdAt),
	// Unresolved ones have no time of resolution: they come last when ascending.
	resolved_at: (incident: Incident) =>
		incident.resolvedAt === null ? Number.MAX_SAFE_INTEGER : Date.parse(incident.resolvedAt),
	urgency: (incident: Incident) => (incident.urgency === 'high' ? 0 : 1),
};

export type SortField = keyof typeof sortKeys;
export const sortFields = Object.keys(sortKeys);
export const isSortField = (text: string): text is SortField => text in sortKeys;

/** Sorts by up to two fields; ties keep the order of incident numbers. */
export function sortIncidents(
	incidents: Incident[],
	by: Array<{ field: SortField; descending: boolean }>,
): Incident[] {
	// The keys are worked out once for each incident, and not for each comparison.
	return incidents
		.map((incident) => ({
			incident,
			keys: by.map(({ field, descending }) => sortKeys[field](incident) * (descending ? -1 : 1)),
		}))
		.sort((a, b) => {
			const decisive = a.keys.findIndex((key, index) => key !== b.keys[index]);
			return decisive < 0
				? a.incident.number - b.incident.number
				: (a.keys[decisive] ?? 0) - (b.keys[decisive] ?? 0);
		})
		.map(({ incident }) => incident);
}
