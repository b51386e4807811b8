import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Account } from '../account';
import { invalidInput, notFound } from '../errors';
import { atMost, oneOfMany, typed } from '../http/input';
import { page, pagingQuery } from '../http/paging';
import { addRoute } from '../http/rest';
import { memberView, teamView } from '../views/people';
import type { Team } from '../world/entities';
import type { World } from '../world/world';
import { crud } from './crud';

const fields = {
	type: typed('team'),
	name: atMost(100, z.string().trim().min(1, 'must not be empty')),
	description: atMost(1024, z.string()).optional(),
	default_role: z.enum(['manager', 'none']).optional(),
};

/** @throws 400 while the team has an escalation policy, a service or a schedule */
function leaveUsers(world: World, { id }: Team): void {
	const { policies, services, schedules } = world;
	for (const holder of [policies, services, schedules].flatMap((table) => [...table.values()]))
		if (holder.teamIds.includes(id)) throw invalidInput(`The team still has ${holder.name}`);
	for (const user of world.users.values()) user.teamIds = user.teamIds.filter((one) => one !== id);
}

/** operationIds listTeams, getTeam, createTeam, updateTeam, deleteTeam */
const addPlainRoutes = crud({
	plural: 'teams',
	singular: 'team',
	table: ({ teams }) => teams,
	view: (_world, team) => teamView(team),
	list: { query: z.object({ ...pagingQuery, query: z.string().optional() }).strict() },
	get: { query: z.object({ 'include[]': oneOfMany(['privileges']) }).strict() },
	create: {
		body: z.object({ team: z.object(fields).strict() }).strict(),
		make: (_world, id, { team: { name, description = '', default_role } }) => ({
			id,
			name,
			description,
			defaultRole: default_role,
		}),
	},
	update: {
		body: z.object({ team: z.object(fields).partial().strict() }).strict(),
		change: (_world, team, { team: sent }) => ({
			name: sent.name ?? team.name,
			description: sent.description ?? team.description,
			defaultRole: sent.default_role ?? team.defaultRole,
		}),
	},
	remove: leaveUsers,
});

const membersQuery = z.object({ ...pagingQuery, 'include[]': oneOfMany(['users']) }).strict();

/** operationIds listTeams, getTeam, createTeam, updateTeam, deleteTeam, listTeamUsers */
export function addTeamRoutes(app: FastifyInstance, account: Account): void {
	const { world } = account;
	addPlainRoutes(app, account);

	addRoute(app, account, {
		method: 'GET',
		path: '/teams/:id/members',
		scope: 'teams.read',
		query: membersQuery,
		answer: ({ params: { id = '' }, query }) => {
			if (!world.teams.has(id)) throw notFound();
			const members = [...world.users.values()].filter(({ teamIds }) => teamIds.includes(id));
			const full = new Set<string>(query['include[]']);
			return page('members', members, query, (user) => memberView(world, user, full));
		},
	});
}
