import type { IDataObject } from 'n8n-workflow';

import { contentOf, readAny } from '../../api/anyAnswer';
import type { ApiRequest } from '../../api/request';
import { onlyReads } from '../../api/readOnly';
import { defineOperation } from '../../engine/operation';
import { deletedAgain, notAgain, setAgain } from '../../engine/write/repeat';
import { fromEmail } from '../../fields/objects/user';
import { atMost, body, everything, method, path, query } from './requestFields';
import { account } from './resource';

/** How each method is repeated. */
const repeats = {
	GET: undefined,
	PUT: setAgain,
	DELETE: deletedAgain,
	POST: notAgain('What a POST does is not known here, so it is not sent twice'),
};

/** Any call of PagerDuty's REST API: for what no other operation does. */
export const customRequest = defineOperation({
	of: account,
	option: {
		name: 'Custom Request',
		value: 'customRequest',
		action: 'Send a custom request',
		description:
			"Send any request of PagerDuty's REST API, for what no other operation does. Lists are read page after page, one item for each row.",
	},
	fields: [method, path, everything, atMost, query, body, fromEmail],
	scopes: [],
	repeat: {
		because: 'GET, PUT and DELETE are sent again, POST is not: nobody knows what it does',
		of: ({ method, path: { path } }) => (onlyReads(method, path) ? undefined : repeats[method]),
	},
	run: async (
		api,
		{ method, path: { path, query: typed }, query = [], body = {}, returnAll, limit = 50 },
	) => {
		const parameters: Record<string, string[]> = { ...typed };
		for (const { name, value = '' } of query) parameters[name] = [...(parameters[name] ?? []), value];
		const request: ApiRequest = {
			method,
			path,
			fromIsOptional: true,
			...(method === 'GET' ? {} : { success: 'any' }),
			query: Object.fromEntries(
				Object.entries(parameters).map(([name, values]) => [
					name,
					name.endsWith('[]') ? values : values.join(','),
				]),
			),
			...(method === 'POST' || method === 'PUT' ? { body } : {}),
		};
		if (method === 'GET') return await readAny(api, request, returnAll ? Infinity : limit);
		const answer = await api.call(request);
		return Object.keys(answer).length > 0 ? contentOf(answer, path) : done[method];
	},
});

/** What is said where PagerDuty says nothing. */
const done: Record<'POST' | 'PUT' | 'DELETE', IDataObject> = {
	POST: { success: true },
	PUT: { success: true },
	DELETE: { deleted: true },
};
