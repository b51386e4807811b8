import type { Incident } from '../world/entities';
import type { World } from '../world/world';
import * as ref from '../views/reference';
import type { DataType } from './eventTypes';
import { incidentReference } from './incidentData';

type Maker = (world: World, incident: Incident) => object;

/** The documented examples of these name an incident by its ID and have no summary for it. */
const unnamed = (incident: Incident) => ({ ...incidentReference(incident), summary: null });

/** `{ id, type, summary, self, html_url }` of something that the sandbox has none of. */
const named = (type: string, id: string, summary: string, apiPath: string, webPath: string | null) => ({
	html_url: webPath === null ? null : ref.webUrl(`${webPath}/${id}`),
	id,
	self: ref.apiUrl(`${apiPath}/${id}`),
	summary,
	type,
});

/** Whoever is assigned, or anybody. */
function somebody(world: World, incident: Incident) {
	const id = incident.assignments[0]?.userId ?? [...world.users.keys()][0];
	return id === undefined ? null : ref.userReference(world, id);
}

/** A custom field before and after it was changed: `changed_custom_fields` holds the old value. */
export function fieldValues(world: World, namespace: string, name: string, [old, fresh]: [string, string]) {
	const field = { data_type: 'string', field_type: 'single_value', id: world.ids.short(), name, namespace };
	return {
		custom_fields: [{ ...field, type: 'field_value', value: fresh }],
		changed_custom_fields: [{ ...field, type: 'field_value', value: old }],
	};
}

/**
 * Data of the event types that nothing in the sandbox causes by itself, as the examples on PagerDuty's page
 * "Webhooks Overview" have it (docs/webhooks-overview).
 */
const samples: Partial<Record<DataType, Maker>> = {
	incident_note: (world, incident) => ({
		incident: incidentReference(incident),
		id: world.ids.short(),
		content: 'Looking into it.',
		trimmed: false,
		type: 'incident_note',
	}),
	incident_status_update: (world, incident) => ({
		incident: incidentReference(incident),
		id: world.ids.short(),
		message: 'We are working on it.',
		trimmed: false,
		type: 'incident_status_update',
	}),
	incident_conference_bridge: (_world, incident) => ({
		incident: incidentReference(incident),
		conference_numbers: incident.conferenceBridge?.conference_number
			? [{ label: '', number: incident.conferenceBridge.conference_number }]
			: [],
		conference_url: incident.conferenceBridge?.conference_url ?? null,
		type: 'incident_conference_bridge',
	}),
	incident_field_values: (world, incident) => ({
		incident: unnamed(incident),
		...fieldValues(world, 'incidents', 'region', ['eu-central-1', 'eu-west-1']),
		type: 'incident_field_values',
	}),
	incident_responder: (world, incident) => ({
		incident: incidentReference(incident),
		user: somebody(world, incident),
		escalation_policy: ref.policyReference(world, incident.policyId),
		message: 'Please help with this.',
		state: 'pending',
		type: 'incident_responder',
	}),
	incident_role_assignment: (world, incident) => ({
		incident_role_assignments: [
			{
				assignee: somebody(world, incident),
				id: world.ids.uuid(),
				incident: unnamed(incident),
				old_assignee: null,
				role: { id: world.ids.short(), summary: 'Incident Commander', type: 'role_reference' },
				status: 'active',
				type: 'role_assignment_reference',
			},
		],
		type: 'incident_role_assignment',
	}),
	incident_task: (world, incident) => {
		const assignee = somebody(world, incident);
		return {
			name: 'Tell the customers',
			description: 'With the text that the press office has approved.',
			id: world.ids.short(),
			summary: 'Tell the customers',
			type: 'incident_task',
			status: 'todo',
			assignees: assignee ? [assignee] : [],
			incident: unnamed(incident),
		};
	},
	incident_workflow_instance: (world, incident) => {
		const workflows = '/incident_workflows';
		const triggers = `${workflows}/triggers`;
		return {
			id: world.ids.short(),
			type: 'incident_workflow_instance',
			summary: 'Open a war room',
			incident_workflow: named(
				'incident_workflow_reference',
				world.ids.short(),
				'Open a war room',
				workflows,
				workflows,
			),
			workflow_trigger: named('workflow_trigger_reference', world.ids.uuid(), 'By hand', triggers, null),
			incident: incidentReference(incident),
			service: ref.serviceReference(world, incident.serviceId),
		};
	},
	incident_action_invocation: (world, incident) => {
		const [id, actionId] = [world.ids.long(), world.ids.long()];
		const actions = '/rundeck-actions/actions';
		return {
			id,
			self: ref.apiUrl(`/automation/invocations/${id}`),
			html_url: ref.webUrl(`${actions}/${actionId}/invocations/${id}/report`),
			incident: incidentReference(incident),
			action: named('action_reference', actionId, 'Restart the service', '/automation/actions', actions),
			state: 'created',
			type: 'incident_action_invocation',
		};
	},
};

/** A sample of a kind of data; undefined for the kinds that the sandbox makes of an incident or service itself. */
export const sampleData = (world: World, incident: Incident, dataType: DataType): object | undefined =>
	samples[dataType]?.(world, incident);
