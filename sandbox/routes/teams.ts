import { z } from 'zod';
import { invalidInput } from '../errors';
import { atMost, oneOfMany, typed } from '../http/input';
import { pagingQuery } from '../http/paging';
import { teamView } from '../views/people';
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
export const addTeamRoutes = crud({
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
