import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Account } from '../account';
import { notFound } from '../errors';
import { oneOfMany } from '../http/input';
import { addRoute } from '../http/rest';
import { incidentTypeFieldView, serviceFieldValueView } from '../views/customField';

/** operationIds listIncidentTypeCustomFields, getServiceCustomFieldValues */
export function addCustomFieldRoutes(app: FastifyInstance, account: Account): void {
	const { world } = account;

	addRoute(app, account, {
		method: 'GET',
		path: '/incidents/types/:id/custom_fields',
		scope: 'custom_fields.read',
		query: z.object({ 'include[]': oneOfMany(['field_options']) }).strict(),
		answer: ({ params: { id: idOrName }, query }) => {
			const type = [...world.incidentTypes.values()].find(({ id, name }) =>
				[id, name].includes(idOrName ?? ''),
			);
			if (!type) throw notFound();
			const full = new Set<string>(query['include[]']);
			const fields = [...world.incidentTypeFields.values()].filter(({ typeId }) => typeId === type.id);
			return { fields: fields.map((field) => incidentTypeFieldView(field, full)) };
		},
	});

	addRoute(app, account, {
		method: 'GET',
		path: '/services/:id/custom_fields/values',
		scope: 'services.read',
		answer: ({ params: { id = '' } }) => {
			if (!world.services.has(id)) throw notFound();
			return { custom_fields: (world.serviceFieldValues.get(id) ?? []).map(serviceFieldValueView) };
		},
	});
}
