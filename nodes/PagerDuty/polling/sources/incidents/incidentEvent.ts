import type { IDataObject } from 'n8n-workflow';

import { noteIn } from '../../../api/logEntry';
import { assigneesOf } from '../../../incidentFilters/known';
import type { SourceContext } from '../source';

/**
 * An event as PagerDuty's webhooks send it, so that a workflow works with both triggers. Where the user does not want
 * it simple, its incident also has all that the REST API says of it.
 *
 * @param entry the log entry that describes it: `id` and `created_at` at least
 */
export function incidentEvent(
	{ simple }: SourceContext,
	eventType: string,
	incident: IDataObject,
	entry: IDataObject,
): IDataObject {
	const data = eventData(eventType, incident, entry);
	return {
		id: entry.id,
		event_type: eventType,
		resource_type: 'incident',
		occurred_at: entry.created_at,
		agent: orNull(entry.agent),
		client: null,
		data: simple ? data : { ...incident, ...data },
	};
}

/**
 * `data` of an event, as PagerDuty's webhooks send it for the same event type, from an incident as the REST API gives
 * it. What only webhooks say is null: `reopened_at` except for the reopening itself, the ID of a note, values of fields.
 * Source: https://developer.pagerduty.com/docs/webhooks-overview
 */
function eventData(eventType: string, incident: IDataObject, entry: IDataObject): IDataObject {
	const data = incidentData(incident);
	if (eventType === 'incident.reopened') return { ...data, reopened_at: orNull(entry.created_at) };
	if (eventType === 'incident.annotated') return { ...data, ...noteData(incident, entry) };
	if (eventType !== 'incident.custom_field_values.updated') return data;
	return {
		...data,
		type: 'incident_field_values',
		incident: referenceTo(incident),
		custom_fields: null,
		changed_custom_fields: null,
	};
}

/** The lean incident of webhooks, with some other names than in REST: `number`, `assignees`. */
const incidentData = (incident: IDataObject): IDataObject => ({
	id: orNull(incident.id),
	type: 'incident',
	self: orNull(incident.self),
	html_url: orNull(incident.html_url),
	number: orNull(incident.incident_number),
	status: orNull(incident.status),
	incident_key: orNull(incident.incident_key),
	created_at: orNull(incident.created_at),
	reopened_at: null,
	title: orNull(incident.title),
	incident_type: orNull(incident.incident_type),
	service: orNull(incident.service),
	assignees: assigneesOf(incident) ?? [],
	escalation_policy: orNull(incident.escalation_policy),
	teams: incident.teams ?? [],
	priority: orNull(incident.priority),
	urgency: orNull(incident.urgency),
	conference_bridge: orNull(incident.conference_bridge),
	resolve_reason: orNull(incident.resolve_reason),
});

const noteData = (incident: IDataObject, entry: IDataObject): IDataObject => ({
	incident: referenceTo(incident),
	id: null,
	content: orNull(noteIn(entry)),
	trimmed: false,
	type: 'incident_note',
});

/** Events name an incident by its plain title. */
const referenceTo = ({ id, title, self, html_url }: IDataObject): IDataObject => ({
	id: orNull(id),
	type: 'incident_reference',
	summary: orNull(title),
	self: orNull(self),
	html_url: orNull(html_url),
});

const orNull = (value: IDataObject[string]) => value ?? null;
