import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Account } from '../account';
import { notFound } from '../errors';
import { list, oneOfMany } from '../http/input';
import { matches, page, pagingQuery } from '../http/paging';
import { addRoute } from '../http/rest';
import { inTimeZone, timeZone } from '../http/timeZone';
import { serviceView } from '../views/service';

const include = oneOfMany([
	'escalation_policies',
	'teams',
	'integrations',
	'auto_pause_notifications_parameters',
]);

export const nameOrder = z.enum(['name', 'name:asc', 'name:desc']).optional();

/** Sorts by name, which every list does unless told otherwise. */
export function byName<Item extends { name: string }>(
	items: Iterable<Item>,
	order: z.output<typeof nameOrder>,
): Item[] {
	const sorted = [...items].sort((a, b) => a.name.localeCompare(b.name));
	return order === 'name:desc' ? sorted.reverse() : sorted;
}

const listQuery = z
	.object({
		...pagingQuery,
		query: z.string().optional(),
		name: z.string().optional(),
		'team_ids[]': list,
		time_zone: timeZone,
		sort_by: nameOrder,
		'include[]': include,
	})
	.strict();

/** https://developer.pagerduty.com/api-reference — Services */
export function addServiceRoutes(app: FastifyInstance, account: Account): void {
	const { world } = account;

	addRoute(app, account, {
		method: 'GET',
		path: '/services',
		scope: 'services.read',
		query: listQuery,
		answer: ({ query }) => {
			const teams = query['team_ids[]'];
			const found = byName(world.services.values(), query.sort_by).filter(
				(service) =>
					matches(query.query, service.name) &&
					(query.name === undefined || service.name === query.name) &&
					(teams.length === 0 || service.teamIds.some((id) => teams.includes(id))),
			);
			const full = new Set<string>(query['include[]']);
			const answer = page('services', found, query, (service) => serviceView(world, service, full));
			return inTimeZone(answer, query.time_zone);
		},
	});

	addRoute(app, account, {
		method: 'GET',
		path: '/services/:id',
		scope: 'services.read',
		query: z.object({ 'include[]': include }).strict(),
		answer: ({ params, query }) => {
			const service = world.services.get(params.id ?? '');
			if (!service) throw notFound();
			return { service: serviceView(world, service, new Set(query['include[]'])) };
		},
	});
}
