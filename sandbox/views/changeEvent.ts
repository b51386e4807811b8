import type { ChangeEvent } from '../world/changeEvents';
import type { World } from '../world/world';
import { integrationReference } from './service';
import { apiUrl, held, serviceReference } from './reference';

export function changeEventView(world: World, event: ChangeEvent) {
	const service = held(world.services, event.serviceId);
	return {
		id: event.id,
		type: 'change_event',
		summary: event.summary,
		self: apiUrl(`/change_events/${event.id}`),
		html_url: null,
		timestamp: event.timestamp,
		services: [serviceReference(world, service.id)],
		integration: integrationReference(service),
		routing_key: service.integration.key,
		...(event.source === null ? {} : { source: event.source }),
		links: event.links,
		images: event.images,
		custom_details: event.customDetails,
	};
}
