import { fieldsOf } from '../incidents/customFields';
import type { CustomField, FieldValue } from '../world/customFields';
import type { Incident, Note } from '../world/entities';
import type { Responder, ResponderRequest, StatusUpdate } from '../world/incidentResponse';
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
		resolve_reason: ref.resolveReason(world, incident),
	};
}

/** Notes and status updates are cut off at this many characters; `trimmed` says so. */
const textLimit = 2_048;

const trimmed = (text: string) => ({ text: text.slice(0, textLimit), trimmed: text.length > textLimit });

/** Somebody who was asked to help with an incident, or answered. */
export const responderData = (
	world: World,
	incident: Incident,
	{ message, targets }: ResponderRequest,
	{ userId, state }: Responder,
) => {
	const policy = targets.find(
		({ type, responders }) => type !== 'user' && responders.some((one) => one.userId === userId),
	);
	return {
		incident: incidentReference(incident),
		user: ref.userReference(world, userId),
		escalation_policy: policy ? ref.policyReference(world, policy.id) : null,
		message,
		state,
		type: 'incident_responder',
	};
};

export function statusUpdateData(incident: Incident, { id, message }: StatusUpdate) {
	const { text, trimmed: cut } = trimmed(message);
	return {
		incident: incidentReference(incident),
		id,
		message: text,
		trimmed: cut,
		type: 'incident_status_update',
	};
}

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

/** A custom field whose value is another one now, and the one before. */
export interface ChangedField {
	field: CustomField;
	old: FieldValue | null;
}

/** What the fields of an incident hold now, and what those that changed held before. */
export function fieldValuesData(world: World, incident: Incident, changed: readonly ChangedField[]) {
	const entry = ({ id, name, dataType, fieldType }: CustomField, value: FieldValue | null) => ({
		data_type: dataType,
		field_type: fieldType,
		id,
		name,
		namespace: 'incidents',
		type: 'field_value',
		value,
	});
	return {
		incident: { ...incidentReference(incident), summary: null },
		custom_fields: fieldsOf(world, incident).map((field) =>
			entry(field, incident.customFields?.[field.id] ?? null),
		),
		changed_custom_fields: changed.map(({ field, old }) => entry(field, old)),
		type: 'incident_field_values',
	};
}
