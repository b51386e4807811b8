import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Account } from '../account';
import { NobodyBehindKey } from '../errors';
import { list, oneOfMany } from '../http/input';
import { pagingQuery } from '../http/paging';
import { addRoute } from '../http/rest';
import { userView } from '../views/people';
import { crud } from './crud';

const includes = ['contact_methods', 'notification_rules', 'teams', 'subdomains'] as const;
const oneQuery = z.object({ 'include[]': oneOfMany([...includes, 'calendar_urls']) }).strict();

/** operationIds listUsers, getUser */
const addPlainRoutes = crud({
	plural: 'users',
	singular: 'user',
	table: ({ users }) => users,
	view: userView,
	list: {
		query: z
			.object({
				...pagingQuery,
				query: z.string().optional(),
				'team_ids[]': list,
				'include[]': oneOfMany(includes),
			})
			.strict(),
		texts: ({ name, email }) => [name, email],
	},
	get: { query: oneQuery },
});

/** operationIds listUsers, getUser, getCurrentUser */
export function addUserRoutes(app: FastifyInstance, account: Account): void {
	const { world } = account;
	addPlainRoutes(app, account);

	addRoute(app, account, {
		method: 'GET',
		path: '/users/me',
		// PagerDuty's document names no scope: whoever has a token may ask who it is.
		scope: null,
		query: oneQuery,
		answer: ({ caller, query }) => {
			const user = world.users.get(caller.userId ?? '');
			if (!user) throw new NobodyBehindKey();
			return { user: userView(world, user, new Set(query['include[]'])) };
		},
	});
}
