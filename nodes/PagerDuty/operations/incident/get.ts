import { z } from 'zod';

import { path } from '../../api/path';
import { defineOperation } from '../../engine/operation';
import { choicesOf } from '../../fields/choices';
import { idOrNumber } from '../../fields/id';
import { incidentId } from '../../fields/incident';
import { parallelRequests } from '../../fields/parallelRequests';
import { simplify } from '../../fields/simplify';
import { includeOfOne } from './include';
import { simpleIncident } from './simple';

/** https://developer.pagerduty.com/api-reference "Get an incident" */
export const get = defineOperation({
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get an incident',
		description: 'Read one incident by its ID, its number, or from the list',
	},
	scopes: ['incidents.read'],
	properties: [
		incidentId,
		simplify,
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [includeOfOne, parallelRequests],
		},
	],
	input: z.object({ incidentId: idOrNumber, include: choicesOf(includeOfOne).optional() }),
	simple: [...simpleIncident, 'first_trigger_log_entry'],
	request: (input) => ({
		method: 'GET',
		path: path`/incidents/${input.incidentId}`,
		query: { 'include[]': input.include },
	}),
	answer: { one: 'incident' },
});
