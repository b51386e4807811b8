import { z } from 'zod';

import { path } from '../../api/path';
import { defineOperation } from '../../engine/operation';
import { choicesOf } from '../../fields/choices';
import { id } from '../../fields/id';
import { logEntryId } from '../../fields/logEntry';
import { parallelRequests } from '../../fields/parallelRequests';
import { simplify } from '../../fields/simplify';
import { timeZone, zone } from '../../fields/time';
import { include } from './include';
import { simpleLogEntry } from './simple';

/** https://developer.pagerduty.com/api-reference "Get a log entry" */
export const get = defineOperation({
	option: { name: 'Get', value: 'get', action: 'Get a log entry', description: 'Read one log entry' },
	scopes: ['incidents.read'],
	properties: [
		logEntryId,
		simplify,
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [include, parallelRequests, timeZone],
		},
	],
	input: z.object({
		logEntryId: id,
		include: choicesOf(include).optional(),
		timeZone: zone.optional(),
	}),
	simple: simpleLogEntry,
	request: (input) => ({
		method: 'GET',
		path: path`/log_entries/${input.logEntryId}`,
		query: { 'include[]': input.include, time_zone: input.timeZone },
	}),
	answer: { one: 'log_entry' },
});
