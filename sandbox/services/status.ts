import type { Service } from '../world/entities';
import type { World } from '../world/world';
import { inMaintenance } from './maintenance';

/** How a service is: that follows from its open incidents. */
export function statusOf(world: World, { id }: Service): 'maintenance' | 'critical' | 'warning' | 'active' {
	if (inMaintenance(world, id)) return 'maintenance';
	const open = [...world.incidents.values()].filter(
		({ serviceId, status }) => serviceId === id && status !== 'resolved',
	);
	if (open.some(({ status }) => status === 'triggered')) return 'critical';
	return open.length > 0 ? 'warning' : 'active';
}
