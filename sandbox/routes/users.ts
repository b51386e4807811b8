import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Account } from '../account';
import { invalidInput, notFound } from '../errors';
import { list, oneOfMany } from '../http/input';
import { matches, page, pagingQuery } from '../http/paging';
import { addRoute } from '../http/rest';
import { userView } from '../views/people';
import { byName } from './services';

const includes = ['contact_methods', 'notification_rules', 'teams', 'subdomains'] as const;
const oneQuery = z.object({ 'include[]': oneOfMany([...includes, 'calendar_urls']) }).strict();

/** https://developer.pagerduty.com/api-reference — Users */
export function addUserRoutes(app: FastifyInstance, account: Account): void {
	const { world } = account;

	addRoute(app, account, {
		method: 'GET',
		path: '/users',
		scope: 'users.read',
		query: z
			.object({
				...pagingQuery,
				query: z.string().optional(),
				'team_ids[]': list,
				'include[]': oneOfMany(includes),
			})
			.strict(),
		answer: ({ query }) => {
			const teams = query['team_ids[]'];
			const found = byName(world.users.values(), 'name').filter(
				(user) =>
					matches(query.query, user.name, user.email) &&
					(teams.length === 0 || user.teamIds.some((id) => teams.includes(id))),
			);
			const full = new Set<string>(query['include[]']);
			return page('users', found, query, (user) => userView(world, user, full));
		},
	});

	addRoute(app, account, {
		method: 'GET',
		path: '/users/me',
		// PagerDuty's document names no scope: whoever has a token may ask who it is.
		scope: null,
		query: oneQuery,
		answer: ({ caller, query }) => {
			const user = world.users.get(caller.userId ?? '');
			if (!user) throw invalidInput('The current user can only be read with a user-level API key or token');
			return { user: userView(world, user, new Set(query['include[]'])) };
		},
	});

	addRoute(app, account, {
		method: 'GET',
		path: '/users/:id',
		scope: 'users.read',
		query: oneQuery,
		answer: ({ params, query }) => {
			const user = world.users.get(params.id ?? '');
			if (!user) throw notFound();
			return { user: userView(world, user, new Set(query['include[]'])) };
		},
	});
}
