import type { Service } from '../world/entities';
import type { World } from '../world/world';
import * as ref from '../views/reference';
import { fieldValues } from './samples';

/** `data` of the service events. */
export function serviceData(world: World, service: Service, dataType: string) {
	const tag = ref.serviceTag(service);
	if (dataType === 'service_field_values') {
		return {
			service: { ...ref.asReference(tag), summary: null },
			...fieldValues(world, 'services', 'tier', ['silver', 'gold']),
			type: dataType,
		};
	}
	return {
		...tag,
		alert_creation: 'create_alerts_and_incidents',
		created_at: service.createdAt,
		name: service.name,
		description: service.description,
		escalation_policy: ref.policyReference(world, service.policyId),
		teams: service.teamIds.map((id) => ref.teamReference(world, id)),
	};
}
