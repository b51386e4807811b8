import { z } from 'zod';

import { path } from '../../api/path';
import { defineOperation } from '../../engine/operation';
import { choicesOf } from '../../fields/choices';
import { ids } from '../../fields/id';
import { limit, paging, returnAll } from '../../fields/paging';
import { parallelRequests } from '../../fields/parallelRequests';
import { simplify } from '../../fields/simplify';
import { teamIds } from '../../fields/team';
import { include } from './include';
import { simpleService } from './simple';

/** https://developer.pagerduty.com/api-reference "List services" */
export const getAll = defineOperation({
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many services',
		description: 'List services by search text or team',
	},
	scopes: ['services.read'],
	properties: [
		returnAll,
		limit,
		simplify,
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				{
					displayName: 'Search Text',
					name: 'query',
					type: 'string',
					default: '',
					placeholder: 'e.g. mail',
					description: 'Only services whose name contains this',
				},
				teamIds,
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
						{ name: 'Name, A to Z', value: 'name:asc' },
						{ name: 'Name, Z to A', value: 'name:desc' },
					],
					default: 'name:asc',
					description: 'The order of the services',
				},
			],
		},
	],
	input: z.object({
		...paging,
		query: z.string().optional(),
		teamIds: ids.optional(),
		sortBy: z.enum(['name:asc', 'name:desc']).optional(),
		include: choicesOf(include).optional(),
	}),
	simple: simpleService,
	request: (given) => ({
		method: 'GET',
		path: path`/services`,
		query: {
			query: given.query,
			'team_ids[]': given.teamIds,
			sort_by: given.sortBy,
			'include[]': given.include,
		},
	}),
	answer: { list: 'services', paging: 'offset', narrowBy: 'a Search Text or a Team' },
});
