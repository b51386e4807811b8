import { z } from 'zod';
import { invalidInput, PagerDutyError } from '../errors';
import { list, oneOfMany } from '../http/input';
import { pagingQuery } from '../http/paging';
import { moment, timeZone } from '../http/timeZone';
import { type IncidentFilter, isSortField, type SortField, sortFields } from '../incidents/select';
import type { World } from '../world/world';

const listIncludes = [
	'acknowledgers',
	'agents',
	'assignees',
	'conference_bridge',
	'escalation_policies',
	'first_trigger_log_entries',
	'priorities',
	'services',
	'teams',
	'users',
] as const;

/** Query of GET /incidents. */
export const listQuery = z
	.object({
		...pagingQuery,
		date_range: z.literal('all').optional(),
		incident_key: z.string().optional(),
		'service_ids[]': list,
		'team_ids[]': list,
		'user_ids[]': list,
		// In no document, but PagerDuty's own MCP server sends it.
		'priority_ids[]': list,
		'urgencies[]': oneOfMany(['high', 'low']),
		'statuses[]': oneOfMany(['triggered', 'acknowledged', 'resolved']),
		'include[]': oneOfMany(listIncludes),
		time_zone: timeZone,
		sort_by: z.string().optional(),
		since: z.string().optional(),
		until: z.string().optional(),
	})
	.strict();

/** Query of GET /incidents/{id}. */
export const oneQuery = z.object({ 'include[]': oneOfMany([...listIncludes, 'custom_fields']) }).strict();

const day = 86_400_000;
const defaultDays = 30;
const maxDays = 184;

/** @throws 400 code 2004 for an unreadable date */
export function dateOf(name: string, text: string | undefined, zone: string | undefined): Date | undefined {
	if (text === undefined) return undefined;
	const date = moment(text, zone);
	if (!date) throw new PagerDutyError(400, 2004, 'Invalid Date Format', [`${name} is no date: ${text}`]);
	return date;
}

/**
 * The filter of a query. A range with one end only goes on for a month from there; without dates it is the last month.
 *
 * @throws 400 code 2005 for a range over six months
 */
export function filterOf(world: World, query: z.output<typeof listQuery>): IncidentFilter {
	const filter: IncidentFilter = {
		statuses: query['statuses[]'],
		urgencies: query['urgencies[]'],
		serviceIds: query['service_ids[]'],
		teamIds: query['team_ids[]'],
		userIds: query['user_ids[]'],
		priorityIds: query['priority_ids[]'],
		incidentKey: query.incident_key,
	};
	if (query.date_range === 'all') return filter;
	const since = dateOf('since', query.since, query.time_zone);
	const until = dateOf('until', query.until, query.time_zone);
	const month = defaultDays * day;
	const end = until?.getTime() ?? (since ? since.getTime() + month : Date.parse(world.now()));
	const start = since?.getTime() ?? end - month;
	if (start > end || end - start > maxDays * day)
		throw new PagerDutyError(400, 2005, 'Invalid Date Range', ['The date range must not exceed six months']);
	const isOpen = since === undefined && until === undefined;
	return { ...filter, since: new Date(start), ...(isOpen ? {} : { until: new Date(end) }) };
}

/** `created_at:desc,urgency` as fields and directions. @throws 400 */
export function sortOf(text: string | undefined): Array<{ field: SortField; descending: boolean }> {
	const parts = text === undefined || text === '' ? [] : text.split(',');
	if (parts.length > 2) throw invalidInput('sort_by takes at most two fields');
	return parts.map((part) => {
		const [field = '', direction = 'asc'] = part.split(':');
		if (!isSortField(field)) throw invalidInput(`sort_by must be one of ${sortFields.join(', ')}`);
		if (direction !== 'asc' && direction !== 'desc')
			throw invalidInput('The direction of sort_by must be asc or desc');
		return { field, descending: direction === 'desc' };
	});
}
