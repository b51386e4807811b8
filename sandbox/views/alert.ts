import type { Alert } from '../world/alerts';
import type { World } from '../world/world';
import { incidentView } from './incident';
import { logEntryReference, logEntryView } from './logEntry';
import * as ref from './reference';
import { serviceView } from './service';

/** An alert; `include` may ask for its service, its incident and its first log entry in full. */
export function alertView(world: World, alert: Alert, include: ReadonlySet<string> = new Set()) {
	const incident = ref.held(world.incidents, alert.incidentId);
	const service = ref.held(world.services, alert.serviceId);
	const entry = (world.logEntries.get(alert.opened.incidentId) ?? []).find(
		({ id }) => id === alert.opened.logEntryId,
	);
	const integrations = ref.apiUrl(`/services/${service.id}/integrations/${service.integration.id}`);
	return {
		id: alert.id,
		type: 'alert',
		summary: alert.summary,
		self: ref.apiUrl(`/incidents/${incident.id}/alerts/${alert.id}`),
		html_url: ref.webUrl(`/alerts/${alert.id}`),
		created_at: alert.createdAt,
		status: alert.status,
		alert_key: alert.key,
		service: include.has('services')
			? serviceView(world, service, new Set())
			: ref.serviceReference(world, service.id),
		...(entry
			? {
					first_trigger_log_entry: include.has('first_trigger_log_entries')
						? logEntryView(world, ref.held(world.incidents, entry.incidentId), entry, new Set())
						: logEntryReference(entry),
				}
			: {}),
		incident: include.has('incidents')
			? incidentView(world, incident)
			: ref.asReference(ref.incidentTag(incident)),
		suppressed: false,
		severity: alert.severity,
		integration: {
			id: service.integration.id,
			type: 'events_api_v2_inbound_integration_reference',
			summary: 'Events API V2',
			self: integrations,
			html_url: null,
		},
		body: { type: 'alert_body', contexts: alert.contexts, details: alert.details },
	};
}
