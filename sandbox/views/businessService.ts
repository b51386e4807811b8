import { impactOf } from '../businessServices/impact';
import type { BusinessService, Dependency, DependencyEnd } from '../world/businessServices';
import type { World } from '../world/world';
import { businessServiceTag, teamReference } from './reference';

export function businessServiceView(world: World, service: BusinessService) {
	return {
		...businessServiceTag(service),
		name: service.name,
		description: service.description,
		point_of_contact: service.pointOfContact,
		team: service.teamId === null ? null : teamReference(world, service.teamId),
	};
}

const endView = ({ kind, id }: DependencyEnd) => ({ id, type: `${kind}_reference` });

export const dependencyView = ({ id, supporting, dependent }: Dependency) => ({
	id,
	type: 'service_dependency',
	supporting_service: endView(supporting),
	dependent_service: endView(dependent),
});

/** Whether something is wrong with a business service; `withPriority`: and how important that is. */
export function impactView(world: World, service: BusinessService, withPriority: boolean) {
	const impact = impactOf(world, service.id);
	return {
		id: service.id,
		name: service.name,
		type: 'business_service',
		status: impact ? 'impacted' : 'not_impacted',
		...(withPriority
			? {
					additional_fields: {
						highest_impacting_priority: impact
							? { id: impact.priorityId, order: orderOf(impact.rank) }
							: null,
					},
				}
			: {}),
	};
}

/** PagerDuty's numbers grow with the importance. */
const orderOf = (rank: number) => 128 - rank;
