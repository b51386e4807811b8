import { z } from 'zod';

import { path } from '../../api/path';
import { defineOperation } from '../../engine/operation';
import { choicesOf } from '../../fields/choices';
import { id } from '../../fields/id';
import { parallelRequests } from '../../fields/parallelRequests';
import { serviceId } from '../../fields/service';
import { simplify } from '../../fields/simplify';
import { include } from './include';
import { simpleService } from './simple';

/** https://developer.pagerduty.com/api-reference "Get a service" */
export const get = defineOperation({
	option: { name: 'Get', value: 'get', action: 'Get a service', description: 'Read one service' },
	scopes: ['services.read'],
	properties: [
		serviceId,
		simplify,
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [include, parallelRequests],
		},
	],
	input: z.object({ serviceId: id, include: choicesOf(include).optional() }),
	simple: simpleService,
	request: (input) => ({
		method: 'GET',
		path: path`/services/${input.serviceId}`,
		query: { 'include[]': input.include },
	}),
	answer: { one: 'service' },
});
