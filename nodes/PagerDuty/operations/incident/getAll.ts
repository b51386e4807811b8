import { z } from 'zod';

import { path } from '../../api/path';
import { defineOperation } from '../../engine/operation';
import { choicesOf } from '../../fields/choices';
import { idOrNumber, ids } from '../../fields/id';
import { incidentId } from '../../fields/incident';
import { sortBy, windowsOf } from '../../fields/incidentOrder';
import { limit, paging, returnAll } from '../../fields/paging';
import { parallelRequests } from '../../fields/parallelRequests';
import { serviceIds } from '../../fields/service';
import { simplify } from '../../fields/simplify';
import { teamIds } from '../../fields/team';
import { range, since, time, timeZone, until, untilAfterSince, zone } from '../../fields/time';
import { userIds } from '../../fields/user';
import { include } from './include';
import { keyLimit } from './incidentKey';
import { simpleIncident } from './simple';

// No field of a collection is required.
const { required: _, ...excludedIncident } = incidentId;

const statuses = z.enum(['triggered', 'acknowledged', 'resolved']);
const urgencies = z.enum(['high', 'low']);

const input = z
	.object({
		...paging,
		statuses: z.array(statuses).optional(),
		serviceIds: ids.optional(),
		teamIds: ids.optional(),
		userIds: ids.optional(),
		urgencies: z.array(urgencies).optional(),
		since: time.optional(),
		until: time.optional(),
		allTime: z.boolean().optional(),
		incidentKey: z.string().optional(),
		excludeIncidentId: idOrNumber.optional(),
		sortBy: sortBy.optional(),
		timeZone: zone.optional(),
		include: choicesOf(include).optional(),
	})
	.superRefine((given, context) => {
		if (!given.allTime || (given.since === undefined && given.until === undefined)) return;
		context.addIssue({
			code: 'custom',
			path: ['allTime'],
			message: 'cannot be combined with Since or Until',
		});
	})
	.superRefine(untilAfterSince);

/**
 * https://developer.pagerduty.com/api-reference "List incidents" · `since` and `until` look at when an
 * incident was created, not at when it changed; without them PagerDuty goes back one month. Higher urgency counts as
 * the smaller one: `urgency:asc` gives it first.
 */
export const getAll = defineOperation({
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many incidents',
		description:
			'List incidents by status, service, team, user, urgency or time: those of the last month, newest first, unless set otherwise',
	},
	scopes: ['incidents.read'],
	properties: [
		{
			displayName:
				'PagerDuty lists the incidents of the last month. For older ones, add All Time or Since under Filters.',
			name: 'lastMonthNotice',
			type: 'notice',
			default: '',
		},
		returnAll,
		limit,
		simplify,
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			description:
				'Which incidents to list. Without Since, Until or All Time, those that were created in the last month.',
			options: [
				{
					displayName: 'All Time',
					name: 'allTime',
					type: 'boolean',
					default: true,
					description: 'Whether to list incidents of any age instead of the last month',
				},
				{
					...excludedIncident,
					displayName: 'Exclude This Incident',
					name: 'excludeIncidentId',
					description: 'Leave this one incident out of the list, such as the one that started the workflow',
				},
				{
					displayName: 'Incident Key',
					name: 'incidentKey',
					type: 'string',
					default: '',
					description: 'Only incidents that were created with this key',
				},
				serviceIds,
				since,
				{
					displayName: 'Statuses',
					name: 'statuses',
					type: 'multiOptions',
					options: [
						{ name: 'Acknowledged', value: 'acknowledged' },
						{ name: 'Resolved', value: 'resolved' },
						{ name: 'Triggered', value: 'triggered' },
					],
					default: ['triggered', 'acknowledged'],
					description: 'Only incidents in one of these states',
				},
				teamIds,
				until,
				{
					displayName: 'Urgencies',
					name: 'urgencies',
					type: 'multiOptions',
					options: [
						{ name: 'High', value: 'high' },
						{ name: 'Low', value: 'low' },
					],
					default: ['high'],
					description: 'Only incidents of these urgencies',
				},
				userIds,
			],
		},
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [
				include,
				parallelRequests,
				{
					displayName: 'Sort By',
					name: 'sortBy',
					type: 'options',
					options: [
						{ name: 'Created, Newest First', value: 'created_at:desc' },
						{ name: 'Created, Oldest First', value: 'created_at:asc' },
						{ name: 'Number, Highest First', value: 'incident_number:desc' },
						{ name: 'Number, Lowest First', value: 'incident_number:asc' },
						{ name: 'Resolved, Newest First', value: 'resolved_at:desc' },
						{ name: 'Resolved, Oldest First', value: 'resolved_at:asc' },
						{ name: 'Urgency, High First', value: 'urgency:asc' },
						{ name: 'Urgency, Low First', value: 'urgency:desc' },
					],
					default: 'created_at:desc',
					description:
						'The order of the incidents. Without this option, the newest come first. Ties are ordered by number, lowest first.',
				},
				timeZone,
			],
		},
	],
	input,
	limits: { incidentKey: keyLimit },
	simple: simpleIncident,
	request: (given) => ({
		method: 'GET',
		path: path`/incidents`,
		query: {
			'statuses[]': given.statuses,
			'service_ids[]': given.serviceIds,
			'team_ids[]': given.teamIds,
			'user_ids[]': given.userIds,
			'urgencies[]': given.urgencies,
			...range(given),
			date_range: given.allTime ? 'all' : undefined,
			incident_key: given.incidentKey,
			sort_by: given.sortBy ?? 'created_at:desc',
			time_zone: given.timeZone,
			'include[]': given.include,
		},
	}),
	answer: { list: 'incidents', paging: 'offset', windows: windowsOf },
	omits: ({ excludeIncidentId: excluded }) =>
		excluded === undefined
			? undefined
			: ({ id, incident_number: number }) => id === excluded || String(number) === excluded,
});
