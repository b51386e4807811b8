import type { Incident, Note } from '../world/entities';
import type { World } from '../world/world';
import * as ref from '../views/reference';

/** Events name an incident by its plain title, where REST puts its number before it. */
export const incidentReference = (incident: Incident) => ({
	...ref.asReference(ref.incidentTag(incident)),
	summary: incident.title,
});

/** `data` of the events about an incident itself: a lean incident, with other names than in REST (`number`, `assignees`). */
export function incidentData(world: World, incident: Incident) {
	const { self, html_url } = ref.incidentTag(incident);
	return {
		id: incident.id,
		type: 'incident',
		self,
		html_url,
		number: incident.number,
		status: incident.status,
		incident_key: incident.incidentKey,
		created_at: incident.createdAt,
		reopened_at: incident.reopenedAt,
		title: incident.title,
		incident_type: { name: incident.incidentType },
		service: ref.serviceReference(world, incident.serviceId),
		assignees: incident.assignments.map(({ userId }) => ref.userReference(world, userId)),
		escalation_policy: ref.policyReference(world, incident.policyId),
		teams: world.teamIdsOf(incident).map((id) => ref.teamReference(world, id)),
		priority: incident.priorityId === null ? null : ref.priorityReference(world, incident.priorityId),
		urgency: incident.urgency,
		conference_bridge: incident.conferenceBridge,
		resolve_reason: null,
	};
}

/** Notes and status updates are cut off at this many characters; `trimmed` says so. */
const textLimit = 2_048;

const trimmed = (text: string) => ({ text: text.slice(0, textLimit), trimmed: text.length > textLimit });

export function noteData(incident: Incident, note: Note) {
	const { text, trimmed: cut } = trimmed(note.content);
	return {
		incident: incidentReference(incident),
		id: note.id,
		content: text,
		trimmed: cut,
		type: 'incident_note',
	};
}
