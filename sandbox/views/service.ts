import { statusOf } from '../services/status';
import type { Service } from '../world/entities';
import type { World } from '../world/world';
import { policyView, teamViews } from './people';
import { apiUrl, held, policyReference, serviceTag, webUrl } from './reference';

/** A service; its status follows its open incidents. `include` may ask for escalation_policies, teams and integrations in full. */
export function serviceView(world: World, service: Service, include: ReadonlySet<string>) {
	const incidents = [...world.incidents.values()].filter((incident) => incident.serviceId === service.id);
	const last = incidents
		.map((incident) => incident.createdAt)
		.sort()
		.at(-1);
	return {
		...serviceTag(service),
		name: service.name,
		description: service.description,
		created_at: service.createdAt,
		status: statusOf(world, service),
		auto_resolve_timeout: null,
		acknowledgement_timeout: null,
		...(last === undefined ? {} : { last_incident_timestamp: last }),
		escalation_policy: include.has('escalation_policies')
			? policyView(world, held(world.policies, service.policyId), new Set())
			: policyReference(world, service.policyId),
		teams: teamViews(world, service.teamIds, include.has('teams')),
		integrations: [integrationView(service, include.has('integrations'))],
		incident_urgency_rule: { type: 'constant', urgency: service.urgency },
		alert_creation: 'create_alerts_and_incidents',
		...(include.has('auto_pause_notifications_parameters')
			? { auto_pause_notifications_parameters: { enabled: false, timeout: 0 } }
			: {}),
	};
}

const integrationTag = ({ id: serviceId, integration: { id } }: Service) => ({
	id,
	summary: 'Events API V2',
	self: apiUrl(`/services/${serviceId}/integrations/${id}`),
	html_url: webUrl(`/services/${serviceId}/integrations/${id}`),
});

export const integrationReference = (service: Service) => ({
	...integrationTag(service),
	type: 'events_api_v2_inbound_integration_reference',
});

const integrationView = (service: Service, full: boolean) =>
	full
		? {
				...integrationTag(service),
				type: 'events_api_v2_inbound_integration',
				name: 'Events API V2',
				integration_key: service.integration.key,
			}
		: integrationReference(service);
