import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Account } from '../account';
import { invalidInput } from '../errors';
import { reference } from '../http/input';
import { addRoute } from '../http/rest';
import { merge } from '../incidents/merge';
import { snooze } from '../incidents/snooze';
import { incidentDetail } from '../views/incident';
import { asReference, incidentTag } from '../views/reference';
import { incidentOf } from './incidents';

/** Seconds: a week at most. */
const snoozeBody = z.object({ duration: z.number().int().min(1).max(604_800) }).strict();
const mergeBody = z.object({ source_incidents: z.array(reference('incident_reference')).min(1) }).strict();

/** operationId createIncidentSnooze, mergeIncidents */
export function addIncidentActionRoutes(app: FastifyInstance, account: Account): void {
	const { world, publisher } = account;

	addRoute(app, account, {
		method: 'POST',
		path: '/incidents/:id/snooze',
		scope: 'incidents.write',
		from: true,
		status: 201,
		body: snoozeBody,
		answer: ({ params, body, requesterId }) => {
			const incident = incidentOf(world, params.id);
			snooze(account, incident, { type: 'user', id: requesterId }, body.duration);
			account.changed();
			return { incident: incidentDetail(world, incident) };
		},
	});

	addRoute(app, account, {
		method: 'PUT',
		path: '/incidents/:id/merge',
		scope: 'incidents.write',
		from: true,
		body: mergeBody,
		answer: ({ params, body, requesterId }) => {
			const target = incidentOf(world, params.id);
			const sources = body.source_incidents.map(({ id }) => {
				const source = world.incidents.get(id);
				if (!source) throw invalidInput(`Incident not found: ${id}`);
				return source;
			});
			const announce = publisher.incident.bind(publisher);
			merge(world, target, sources, { type: 'user', id: requesterId }, announce);
			account.changed();
			return { incident: asReference(incidentTag(target)) };
		},
	});
}
