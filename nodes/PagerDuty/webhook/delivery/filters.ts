import { isObject } from '../../api/answer';
import { listOf } from '../../fields/list';
import type { PagerDutyEvent } from './event';

/** The node's `filters` collection, as n8n gives it. */
export type Filters = Readonly<Record<string, unknown>>;

/**
 * Whether an event meets all filters. Filters are about incidents: urgency, priority and escalation policy stand only in
 * events that carry the whole incident. Events about notes, responders and tasks name just the incident and its title, and
 * service events no incident at all. What an event does not say cannot exclude it, or filters would lose events silently.
 */
export function matchesFilters({ data }: PagerDutyEvent, filters: Filters): boolean {
	const isIncident = data.type === 'incident';
	const incident = isObject(data.incident) ? data.incident : {};
	const title = isIncident ? data.title : incident.summary;
	const text = String(filters.titleContains ?? '').trim();
	if (text !== '' && typeof title === 'string' && !title.toLowerCase().includes(text.toLowerCase())) {
		return false;
	}
	if (!isIncident) return true;
	return (
		isAmong(filters.urgency, { id: data.urgency }) &&
		isAmong(filters.priorityIds, data.priority) &&
		isAmong(filters.escalationPolicyIds, data.escalation_policy)
	);
}

/** Whether a reference is one of those chosen, by ID or by name; also when nothing is chosen. */
function isAmong(chosen: unknown, reference: unknown): boolean {
	const wanted = listOf(chosen).map((each) => each.toLowerCase());
	if (wanted.length === 0) return true;
	const { id, summary } = isObject(reference) ? reference : {};
	return [id, summary].some((name) => typeof name === 'string' && wanted.includes(name.trim().toLowerCase()));
}
