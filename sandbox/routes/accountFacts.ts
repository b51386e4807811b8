import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Account } from '../account';
import { abilityMissing, notFound } from '../errors';
import { pagingQuery } from '../http/paging';
import { addRoute } from '../http/rest';
import { priorityView } from '../views/people';
import type { IncidentType } from '../world/entities';
import { crud } from './crud';

const abilities = ['teams', 'urgencies', 'service_support_hours', 'read_only_users', 'custom_fields'];
/** What other plans have. */
const lacking = ['sso', 'advanced_reports'];

/** operationId listPriorities */
export const addPriorityRoutes = crud({
	plural: 'priorities',
	singular: 'priority',
	table: ({ priorities }) => priorities,
	view: (_world, priority) => priorityView(priority),
	list: { query: z.object(pagingQuery).strict() },
});

/** operationIds listAbilities, getAbility, listIncidentTypes */
export function addAccountFactRoutes(app: FastifyInstance, account: Account): void {
	const { world } = account;

	addRoute(app, account, {
		method: 'GET',
		path: '/abilities',
		scope: 'abilities.read',
		answer: () => ({ abilities }),
	});

	addRoute(app, account, {
		method: 'GET',
		path: '/abilities/:name',
		scope: 'abilities.read',
		status: 204,
		answer: ({ params: { name = '' } }) => {
			if (lacking.includes(name)) throw abilityMissing();
			if (!abilities.includes(name)) throw notFound();
			return undefined;
		},
	});

	addRoute(app, account, {
		method: 'GET',
		path: '/incidents/types',
		scope: 'incident_types.read',
		query: z.object({ filter: z.enum(['enabled', 'disabled', 'all']).default('enabled') }).strict(),
		answer: ({ query: { filter } }) => {
			const found = [...world.incidentTypes.values()].filter(
				(type) => filter === 'all' || type.enabled === (filter === 'enabled'),
			);
			const [base] = world.incidentTypes.values();
			return { incident_types: found.map((type) => typeView(type, base)) };
		},
	});
}

/** All types but the base type have the base type as their parent. */
const typeView = (type: IncidentType, base: IncidentType | undefined) => ({
	id: type.id,
	type: 'incident_type',
	name: type.name,
	display_name: type.displayName,
	description: type.description,
	enabled: type.enabled,
	parent: base && base.id !== type.id ? { id: base.id, type: 'incident_type_reference' } : null,
	created_at: type.createdAt,
	updated_at: type.createdAt,
});
