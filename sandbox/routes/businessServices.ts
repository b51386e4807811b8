import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Account } from '../account';
import { impactOf, mostImpairedFirst } from '../businessServices/impact';
import { notFound } from '../errors';
import { list, oneOfMany } from '../http/input';
import { pagingQuery } from '../http/paging';
import { addRoute } from '../http/rest';
import { businessServiceView, dependencyView, impactView } from '../views/businessService';
import type { DependencyEnd } from '../world/businessServices';
import { crud } from './crud';

/** operationIds listBusinessServices, getBusinessService */
const addPlainRoutes = crud({
	plural: 'business_services',
	singular: 'business_service',
	scope: 'services',
	table: ({ businessServices }) => businessServices,
	view: businessServiceView,
	list: { query: z.object(pagingQuery).strict() },
	get: { query: z.object({}).strict() },
});

const impactsQuery = z
	.object({
		'ids[]': list,
		'additional_fields[]': oneOfMany(['services.highest_impacting_priority', 'total_impacted_count']),
	})
	.strict();

/** PagerDuty lists no more of them. */
const impactsLimit = 200;

/**
 * operationIds listBusinessServices, getBusinessService, getBusinessServiceImpacts,
 * getBusinessServiceServiceDependencies, getTechnicalServiceServiceDependencies
 */
export function addBusinessServiceRoutes(app: FastifyInstance, account: Account): void {
	const { world } = account;
	addPlainRoutes(app, account);

	addRoute(app, account, {
		method: 'GET',
		path: '/business_services/impacts',
		scope: 'services.read',
		query: impactsQuery,
		answer: ({ query: { 'ids[]': ids, 'additional_fields[]': extra } }) => {
			const found = mostImpairedFirst(world).filter(({ id }) => ids.length === 0 || ids.includes(id));
			const withPriority = extra.includes('services.highest_impacting_priority');
			const total = found.filter(({ id }) => impactOf(world, id)).length;
			return {
				services: found.slice(0, impactsLimit).map((one) => impactView(world, one, withPriority)),
				limit: impactsLimit,
				more: found.length > impactsLimit,
				additional_fields: extra.includes('total_impacted_count') ? { total_impacted_count: total } : {},
			};
		},
	});

	for (const [kind, table] of [
		['business_service', world.businessServices],
		['technical_service', world.services],
	] as const)
		addRoute(app, account, {
			method: 'GET',
			path: `/service_dependencies/${kind}s/:id`,
			scope: 'services.read',
			answer: ({ params: { id = '' } }) => {
				if (!table.has(id)) throw notFound();
				const isThis = (end: DependencyEnd) => end.kind === kind && end.id === id;
				const found = [...world.dependencies.values()].filter(
					({ supporting, dependent }) => isThis(supporting) || isThis(dependent),
				);
				return { relationships: found.map(dependencyView) };
			},
		});
}
