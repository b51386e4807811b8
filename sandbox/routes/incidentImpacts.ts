import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Account } from '../account';
import { impactedBy, setImpact } from '../businessServices/incidentImpact';
import { notFound } from '../errors';
import { addRoute } from '../http/rest';
import { incidentOf } from './incidents';

const body = z.object({ relation: z.enum(['impacted', 'not_impacted']) }).strict();

/** operationId getIncidentImpactedBusinessServices, putIncidentManualBusinessServiceAssociation */
export function addIncidentImpactRoutes(app: FastifyInstance, account: Account): void {
	const { world } = account;

	addRoute(app, account, {
		method: 'GET',
		path: '/incidents/:id/business_services/impacts',
		scope: 'incidents.read',
		answer: ({ params }) => ({
			limit: 100,
			next_cursor: null,
			services: impactedBy(world, incidentOf(world, params.id)).map(({ id, name }) => ({
				id,
				name,
				type: 'business_service',
				status: 'impacted',
			})),
		}),
	});

	addRoute(app, account, {
		method: 'PUT',
		path: '/incidents/:id/business_services/:serviceId/impacts',
		scope: 'incidents.write',
		body,
		answer: ({ params, body: { relation } }) => {
			const businessServiceId = params.serviceId ?? '';
			if (!world.businessServices.has(businessServiceId)) throw notFound();
			setImpact(world, incidentOf(world, params.id), { businessServiceId, relation });
			account.changed();
			return { relation };
		},
	});
}
