import type { BusinessService } from '../world/businessServices';
import type { Incident } from '../world/entities';
import type { Impact } from '../world/incidentResponse';
import type { World } from '../world/world';
import { supportersOf } from './impact';

/** The business services that an incident impacts: what stands on its service, unless somebody has said otherwise. */
export const impactedBy = (world: World, { id, serviceId, status }: Incident): BusinessService[] =>
	[...world.businessServices.values()].filter((service) => {
		const said = (world.impacts.get(id) ?? []).find(
			({ businessServiceId }) => businessServiceId === service.id,
		);
		if (said) return said.relation === 'impacted';
		return status !== 'resolved' && supportersOf(world, service.id).has(serviceId);
	});

/** Notes what somebody says of an incident and a business service. */
export function setImpact(world: World, { id }: Incident, impact: Impact): void {
	const others = (world.impacts.get(id) ?? []).filter(
		({ businessServiceId }) => businessServiceId !== impact.businessServiceId,
	);
	world.impacts.set(id, [...others, impact]);
}
