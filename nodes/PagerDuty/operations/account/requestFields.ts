import { z } from 'zod';

import { isUserError } from '../../api/nodeErrors';
import { typedPath } from '../../api/path';
import { field } from '../../fields/field';
import { limit, returnAll } from '../../fields/paging';

export const method = field({
	displayName: 'Method',
	name: 'method',
	type: 'options',
	options: [
		{ name: 'DELETE', value: 'DELETE', description: 'Take something away' },
		{ name: 'GET', value: 'GET', description: 'Read, and change nothing' },
		{ name: 'POST', value: 'POST', description: 'Add something, or have something done' },
		{ name: 'PUT', value: 'PUT', description: 'Set something' },
	],
	default: 'GET',
	description: "What PagerDuty's API reference says in front of the path",
});

export const path = field({
	displayName: 'Path',
	name: 'path',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. /services/PABC123/rules',
	description:
		"The path of the request, as in PagerDuty's API reference, with IDs in place of {ID}. A query behind a question mark may be part of it.",
	check: z.string().transform((text, context) => {
		try {
			return typedPath(text);
		} catch (error) {
			const message = isUserError(error) ? error.message : 'cannot be read';
			context.addIssue({ code: 'custom', message });
			return z.NEVER;
		}
	}),
});

const { forEngine: _, ...all } = returnAll;
const { forEngine: __, ...most } = limit;

/** Whether to read a list to its end, where the request reads. */
export const everything = field({ ...all, displayOptions: { show: { method: ['GET'] } } });

/** Rows of a list at most, where the request reads. */
export const atMost = field({
	...most,
	displayOptions: { show: { method: ['GET'], returnAll: [false] } },
});

export const query = field({
	displayName: 'Query Parameters',
	name: 'query',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Parameter',
	default: {},
	options: [
		{
			displayName: 'Parameter',
			name: 'parameter',
			values: [
				{
					displayName: 'Name',
					name: 'name',
					type: 'string',
					required: true,
					default: '',
					placeholder: 'e.g. team_ids[]',
				},
				{ displayName: 'Value', name: 'value', type: 'string', default: '', placeholder: 'e.g. PABC123' },
			],
		},
	],
	description:
		'What stands behind the question mark. Add a name that ends in [] once for each of its values.',
});

export const body = field({
	displayName: 'Body',
	name: 'body',
	type: 'json',
	displayOptions: { show: { method: ['POST', 'PUT'] } },
	default: '{}',
	description: "What is sent, as JSON, the way PagerDuty's API reference shows it",
});
