import type { MaintenanceWindow } from '../world/maintenance';
import type { World } from '../world/world';

/** Where a window stands by the sandbox's clock. */
export function stateOf(world: World, { start, end }: MaintenanceWindow): 'past' | 'ongoing' | 'future' {
	const now = world.clock.now().getTime();
	if (Date.parse(end) <= now) return 'past';
	return Date.parse(start) <= now ? 'ongoing' : 'future';
}

/** Whether a window is open for a service right now. */
export const inMaintenance = (world: World, serviceId: string): boolean =>
	[...world.maintenanceWindows.values()].some(
		(window) => window.serviceIds.includes(serviceId) && stateOf(world, window) === 'ongoing',
	);
