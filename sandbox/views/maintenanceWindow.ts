import type { MaintenanceWindow } from '../world/maintenance';
import type { World } from '../world/world';
import { teamViews, userView } from './people';
import { apiUrl, held, serviceReference, userReference, webUrl } from './reference';
import { serviceView } from './service';

const nothing: ReadonlySet<string> = new Set();

/** A maintenance window; `include` may ask for services, teams and users in full. */
export function maintenanceWindowView(
	world: World,
	window: MaintenanceWindow,
	include: ReadonlySet<string> = nothing,
) {
	const services = window.serviceIds.map((id) => held(world.services, id));
	const teamIds = [...new Set(services.flatMap((service) => service.teamIds))];
	return {
		id: window.id,
		type: 'maintenance_window',
		summary: window.description,
		self: apiUrl(`/maintenance_windows/${window.id}`),
		html_url: webUrl(`/service-directory/maintenance-windows/${window.id}`),
		sequence_number: window.number,
		start_time: window.start,
		end_time: window.end,
		description: window.description,
		created_by: include.has('users')
			? userView(world, held(world.users, window.creatorId), nothing)
			: userReference(world, window.creatorId),
		services: services.map((service) =>
			include.has('services') ? serviceView(world, service, nothing) : serviceReference(world, service.id),
		),
		teams: teamViews(world, teamIds, include.has('teams')),
	};
}
