import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Account } from '../account';
import { notFound } from '../errors';
import { oneOfMany } from '../http/input';
import { addRoute } from '../http/rest';
import { setCustomFields } from '../incidents/customFields';
import { customFieldsView, incidentTypeFieldView, serviceFieldValueView } from '../views/customField';
import type { Agent } from '../world/entities';
import { incidentOf } from './incidents';

/** Body of PUT /incidents/{id}/custom_fields/values: a field is named by its ID or its name. */
const valuesBody = z
	.object({
		custom_fields: z.array(
			z.object({ id: z.string().optional(), name: z.string().optional(), value: z.unknown() }).strict(),
		),
	})
	.strict();

/** operationIds listIncidentTypeCustomFields, getIncidentFieldValues, setIncidentFieldValues, getServiceCustomFieldValues */
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
		path: '/incidents/:id/custom_fields/values',
		scope: 'incidents.read',
		answer: ({ params }) => ({ custom_fields: customFieldsView(world, incidentOf(world, params.id)) }),
	});

	addRoute(app, account, {
		method: 'PUT',
		path: '/incidents/:id/custom_fields/values',
		scope: 'incidents.write',
		status: 201,
		body: valuesBody,
		answer: ({ params, body, caller: { userId } }) => {
			const incident = incidentOf(world, params.id);
			const agent: Agent = userId
				? { type: 'user', id: userId }
				: { type: 'service', id: incident.serviceId };
			const changed = setCustomFields(world, incident, body.custom_fields, agent);
			if (changed.length > 0) account.publisher.customFieldsChanged(incident, agent, changed);
			account.changed();
			const isSent = ({ id, name }: { id: string; name: string }) =>
				body.custom_fields.some((sent) => sent.id === id || sent.name === name);
			return { custom_fields: customFieldsView(world, incident).filter(isSent) };
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
