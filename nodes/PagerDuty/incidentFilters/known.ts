import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../api/answer';

/**
 * What is known about an incident, under the names of webhook events. `undefined` means that it is not known; an empty
 * list, or null, that there is none.
 */
export interface Known {
	readonly title?: unknown;
	readonly urgency?: unknown;
	readonly service?: unknown;
	readonly teams?: unknown;
	readonly assignees?: unknown;
	readonly escalation_policy?: unknown;
	readonly priority?: unknown;
	readonly incident_type?: unknown;
	/** All of its custom fields, also those without a value. */
	readonly custom_fields?: unknown;
	/** Custom fields of which nobody says that they are all. */
	readonly some_custom_fields?: unknown;
	/** The text of the note that an event is about; null where it is about something else. */
	readonly note?: string | null;
}

/** What the REST API, or an event, says of an incident. Both name most properties alike. */
export const knownOf = (incident: IDataObject): Known => ({
	...incident,
	assignees: incident.assignees ?? assigneesOf(incident),
	// The REST API leaves out the priority of an incident that has none. A mere reference has no status either.
	priority: incident.priority === undefined && 'status' in incident ? null : incident.priority,
	note: null,
});

/** The users that an incident is assigned to: the REST API names them by way of assignments. Undefined where it says none. */
export function assigneesOf({ assignments }: IDataObject): IDataObject[] | undefined {
	if (!Array.isArray(assignments)) return undefined;
	return assignments.filter(isObject).flatMap(({ assignee }) => (isObject(assignee) ? [assignee] : []));
}
