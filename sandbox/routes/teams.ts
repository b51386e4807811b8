import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Account } from '../account';
import { notFound } from '../errors';
import { oneOfMany } from '../http/input';
import { matches, page, pagingQuery } from '../http/paging';
import { addRoute } from '../http/rest';
import { teamView } from '../views/people';
import { byName } from './services';

/** https://developer.pagerduty.com/api-reference — Teams */
export function addTeamRoutes(app: FastifyInstance, account: Account): void {
	const { world } = account;

	addRoute(app, account, {
		method: 'GET',
		path: '/teams',
		scope: 'teams.read',
		query: z.object({ ...pagingQuery, query: z.string().optional() }).strict(),
		answer: ({ query }) => {
			const found = byName(world.teams.values(), 'name').filter((team) => matches(query.query, team.name));
			return page('teams', found, query, teamView);
		},
	});

	addRoute(app, account, {
		method: 'GET',
		path: '/teams/:id',
		scope: 'teams.read',
		query: z.object({ 'include[]': oneOfMany(['privileges']) }).strict(),
		answer: ({ params }) => {
			const team = world.teams.get(params.id ?? '');
			if (!team) throw notFound();
			return { team: teamView(team) };
		},
	});
}
