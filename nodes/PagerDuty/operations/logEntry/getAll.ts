import { z } from 'zod';

import { path } from '../../api/path';
import { newestFirst } from '../../api/windows';
import { defineOperation } from '../../engine/operation';
import { choicesOf } from '../../fields/choices';
import { idOrNumber, ids } from '../../fields/id';
import { limit, paging, returnAll } from '../../fields/paging';
import { parallelRequests } from '../../fields/parallelRequests';
import { simplify } from '../../fields/simplify';
import { range, time, timeZone, untilAfterSince, zone } from '../../fields/time';
import { filters } from './filters';
import { include } from './include';
import { incidentOfScope, scope } from './scope';
import { simpleLogEntry } from './simple';

const input = z
	.object({
		...paging,
		scope: z.enum(['account', 'incident']),
		incidentId: idOrNumber.optional(),
		isOverview: z.boolean().optional(),
		since: time.optional(),
		until: time.optional(),
		teamIds: ids.optional(),
		include: choicesOf(include).optional(),
		timeZone: zone.optional(),
	})
	.superRefine((given, context) => {
		if (given.scope === 'account' || given.incidentId !== undefined) return;
		// Without the incident it would be the log of the whole account.
		context.addIssue({
			code: 'invalid_type',
			path: ['incidentId'],
			expected: 'string',
			received: 'undefined',
		});
	})
	.superRefine(untilAfterSince);

/**
 * https://developer.pagerduty.com/api-reference "List log entries", "List log entries for an incident" · newest first;
 * PagerDuty knows no other order.
 */
export const getAll = defineOperation({
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many log entries',
		description: 'List what happened to the incidents of the account, or to one incident',
	},
	scopes: ['incidents.read'],
	properties: [
		scope,
		incidentOfScope,
		returnAll,
		limit,
		simplify,
		filters,
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [include, parallelRequests, timeZone],
		},
	],
	input,
	simple: simpleLogEntry,
	request: (given) => ({
		method: 'GET',
		...(given.scope === 'incident' && given.incidentId !== undefined
			? { path: path`/incidents/${given.incidentId}/log_entries` }
			: { path: path`/log_entries` }),
		query: {
			...range(given),
			is_overview: given.isOverview,
			'team_ids[]': given.scope === 'account' ? given.teamIds : undefined,
			time_zone: given.timeZone,
			'include[]': given.include,
		},
	}),
	answer: { list: 'log_entries', paging: 'offset', windows: () => newestFirst },
});
