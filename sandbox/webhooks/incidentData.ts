import type { Incident, Note } from '../world/entities';
import type { World } from '../world/world';
import * as ref from '../views/reference';

/** Webhook references lead with the link, and are otherwise REST references. */
const incidentReference = (incident: Incident) => ref.asReference(ref.incidentTag(incident));

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

/** Data of the event types that nothing in the sandbox causes by itself: believable, and of the right shape. */
export function sampleIncidentData(world: World, incident: Incident, dataType: string) {
	const base = { incident: incidentReference(incident), type: dataType };
	const [anyUser] = world.users.keys();
	const userId = incident.assignments[0]?.userId ?? anyUser;
	const user = userId === undefined ? null : ref.userReference(world, userId);
	const id = world.ids.short();
	const named = (type: string, summary: string) => ({ id: world.ids.short(), type, summary });
	switch (dataType) {
		case 'incident_note':
			return { ...base, id, content: 'Looking into it.', trimmed: false };
		case 'incident_status_update':
			return { ...base, id, message: 'We are working on it.', trimmed: false };
		case 'incident_conference_bridge':
			return {
				...base,
				conference_numbers: bridgeNumbers(incident),
				conference_url: incident.conferenceBridge?.conference_url ?? null,
			};
		case 'incident_field_values': {
			const field = { ...named('field_value', 'Affected region'), name: 'region', value: 'eu-west-1' };
			return { ...base, custom_fields: [field], changed_custom_fields: [field] };
		}
		case 'incident_responder': {
			const policy = ref.policyReference(world, incident.policyId);
			return {
				...base,
				user,
				escalation_policy: policy,
				message: 'Please help with this.',
				state: 'pending',
			};
		}
		case 'incident_role_assignment': {
			const role = named('incident_role_reference', 'Incident Commander');
			const one = { ...base, id, role, assignee: user, old_assignee: null, status: 'assigned' };
			return { type: dataType, incident_role_assignments: [one] };
		}
		case 'incident_task':
			return { ...base, id, name: 'Tell the customers', description: null, status: 'open', assignee: user };
		case 'incident_workflow_instance': {
			const workflow = named('incident_workflow_reference', 'Open a war room');
			return { ...base, id, summary: workflow.summary, incident_workflow: workflow, service: null };
		}
		case 'incident_action_invocation': {
			const action = named('action_reference', 'Restart the service');
			return { ...base, id, action, state: 'created' };
		}
		default:
			return incidentData(world, incident);
	}
}

const bridgeNumbers = ({ conferenceBridge }: Incident) =>
	conferenceBridge?.conference_number ? [{ label: '', number: conferenceBridge.conference_number }] : [];
