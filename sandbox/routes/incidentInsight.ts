import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Account } from '../account';
import { oneOfMany } from '../http/input';
import { addRoute } from '../http/rest';
import { occurrenceOf, pastIncidents, relatedChanges, relatedIncidents } from '../incidents/insight';
import { changeEventView } from '../views/changeEvent';
import { incidentView } from '../views/incident';
import { apiUrl } from '../views/reference';
import type { Incident } from '../world/entities';
import { timestamp, type World } from '../world/world';
import { dateOf } from './incidentQuery';
import { incidentOf } from './incidents';

const wholeNumber = z.string().regex(/^\d+$/, 'must be a whole number').transform(Number);
const pastQuery = z
	.object({ limit: wholeNumber.pipe(z.number().min(1).max(999)).optional(), total: z.string().optional() })
	.strict();
const detailed = { 'additional_details[]': oneOfMany(['incident']) };
const fourMonths = 120 * 86_400_000;

/** `{ id, created_at, self, title }`, or the whole incident. */
const brief = (world: World, incident: Incident, details: readonly string[] = []) => ({
	...(details.length > 0 ? incidentView(world, incident) : {}),
	id: incident.id,
	created_at: incident.createdAt,
	self: apiUrl(`/incidents/${incident.id}`),
	title: incident.title,
});

/**
 * operationId getPastIncidents, getRelatedIncidents, getOutlierIncident, listIncidentRelatedChangeEvents,
 * getIncidentFieldValues
 */
export function addIncidentInsightRoutes(app: FastifyInstance, account: Account): void {
	const { world } = account;

	addRoute(app, account, {
		method: 'GET',
		path: '/incidents/:id/past_incidents',
		scope: 'incidents.read',
		query: pastQuery,
		answer: ({ params, query: { limit = 5 } }) => {
			const found = pastIncidents(world, incidentOf(world, params.id));
			const rows = found.slice(0, limit).map(({ past, score }) => ({ incident: brief(world, past), score }));
			return { past_incidents: rows, total: found.length, limit };
		},
	});

	addRoute(app, account, {
		method: 'GET',
		path: '/incidents/:id/related_incidents',
		scope: 'incidents.read',
		query: z.object(detailed).strict(),
		answer: ({ params, query }) => ({
			related_incidents: relatedIncidents(world, incidentOf(world, params.id)).map((related) => ({
				incident: brief(world, related, query['additional_details[]']),
				relationships: [
					{
						type: 'machine_learning_inferred',
						metadata: {
							grouping_classification: 'similar_contents',
							user_feedback: { positive_feedback_count: 0, negative_feedback_count: 0 },
						},
					},
				],
			})),
		}),
	});

	addRoute(app, account, {
		method: 'GET',
		path: '/incidents/:id/outlier_incident',
		scope: 'incidents.read',
		query: z.object({ ...detailed, since: z.string().optional() }).strict(),
		answer: ({ params, query }) => {
			const incident = incidentOf(world, params.id);
			const start =
				dateOf('since', query.since, undefined)?.getTime() ?? world.clock.now().getTime() - fourMonths;
			const { since, until, ...occurrence } = occurrenceOf(world, incident, start);
			const whole = brief(world, incident, query['additional_details[]']);
			return {
				outlier_incident: {
					incident: {
						...whole,
						occurrence: { ...occurrence, since: timestamp(since), until: timestamp(until) },
					},
					incident_template: {
						id: `P${incident.serviceId.slice(1)}`,
						cluster_id: incident.serviceId,
						mined_text: incident.title.replace(/\d+/g, '<NUMBER>'),
					},
				},
			};
		},
	});

	addRoute(app, account, {
		method: 'GET',
		path: '/incidents/:id/related_change_events',
		scope: 'incidents.read',
		query: z.object({ limit: wholeNumber.optional() }).strict(),
		answer: ({ params, query: { limit = 25 } }) => {
			const found = relatedChanges(world, incidentOf(world, params.id)).slice(0, limit);
			const rows = found.map(({ change, reason }) => ({
				...changeEventView(world, change),
				correlation_reason: { reason },
			}));
			return { change_events: rows, limit: null, offset: null, total: null, more: false };
		},
	});
}
