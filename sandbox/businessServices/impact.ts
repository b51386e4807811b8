import type { World } from '../world/world';

/** What impairs a business service most. */
export interface Impact {
	priorityId: string;
	/** Of the priority: 0 for the highest. */
	rank: number;
	/** When the incident was opened. */
	since: string;
}

/** The technical services on which a business service stands, also by way of other business services. */
export function supportersOf(world: World, businessServiceId: string, seen = new Set<string>()): Set<string> {
	const found = new Set<string>();
	if (seen.has(businessServiceId)) return found;
	seen.add(businessServiceId);
	for (const { supporting, dependent } of world.dependencies.values()) {
		if (dependent.kind !== 'business_service' || dependent.id !== businessServiceId) continue;
		if (supporting.kind === 'technical_service') found.add(supporting.id);
		else for (const id of supportersOf(world, supporting.id, seen)) found.add(id);
	}
	return found;
}

/** The open incident with the highest priority on what supports it; incidents without a priority impair nothing. */
export function impactOf(world: World, businessServiceId: string): Impact | undefined {
	const supporters = supportersOf(world, businessServiceId);
	const ranks = [...world.priorities.keys()];
	return [...world.incidents.values()]
		.filter(({ status, serviceId }) => status !== 'resolved' && supporters.has(serviceId))
		.flatMap(({ priorityId, createdAt }): Impact[] =>
			priorityId === null ? [] : [{ priorityId, rank: ranks.indexOf(priorityId), since: createdAt }],
		)
		.sort((a, b) => a.rank - b.rank || b.since.localeCompare(a.since))[0];
}

const unimpaired = Number.MAX_SAFE_INTEGER;

/** Business services, the most impaired first, then the most recently impaired, then by name. */
export const mostImpairedFirst = (world: World) =>
	[...world.businessServices.values()]
		.map((service) => ({ service, impact: impactOf(world, service.id) }))
		.sort(
			(a, b) =>
				(a.impact?.rank ?? unimpaired) - (b.impact?.rank ?? unimpaired) ||
				(b.impact?.since ?? '').localeCompare(a.impact?.since ?? '') ||
				a.service.name.localeCompare(b.service.name),
		)
		.map(({ service }) => service);
