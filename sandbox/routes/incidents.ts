import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Account } from '../account';
import { argumentsCausedError, incidentNotFound, invalidInput, tooMany } from '../errors';
import { page, pagingQuery } from '../http/paging';
import { addRoute } from '../http/rest';
import { Selections } from '../http/selections';
import { inTimeZone } from '../http/timeZone';
import { applyChange, checkChange } from '../incidents/change';
import { openIncident } from '../incidents/open';
import { selectIncidents, sortIncidents } from '../incidents/select';
import { incidentDetail, incidentView } from '../views/incident';
import type { Incident } from '../world/entities';
import type { World } from '../world/world';
import * as input from './incidentInput';
import { filterOf, listQuery, oneQuery, sortOf } from './incidentQuery';

/** Incidents that one PUT may change. */
const bulkLimit = 250;

/** The incident in a path, by id or number. @throws 404 */
export function incidentOf(world: World, idOrNumber: string | undefined): Incident {
	const incident = world.incidentByIdOrNumber(idOrNumber ?? '');
	if (!incident) throw incidentNotFound();
	return incident;
}

/** operationId listIncidents, createIncident, updateIncidents, getIncident, updateIncident */
export function addIncidentRoutes(app: FastifyInstance, account: Account): void {
	const { world } = account;
	const selections = new Selections<Incident>(account);

	addRoute(app, account, {
		method: 'GET',
		path: '/incidents',
		scope: 'incidents.read',
		query: listQuery,
		answer: ({ query }) => {
			const filter = filterOf(world, query);
			const order = sortOf(query.sort_by);
			const found = selections.of({ filter, order }, () =>
				sortIncidents(selectIncidents(world, filter), order),
			);
			const include = new Set<string>(query['include[]']);
			const answer = page('incidents', found, query, (incident) => incidentView(world, incident, include));
			return inTimeZone(answer, query.time_zone);
		},
	});

	addRoute(app, account, {
		method: 'GET',
		path: '/incidents/:id',
		scope: 'incidents.read',
		query: oneQuery,
		answer: ({ params, query }) => {
			const incident = incidentOf(world, params.id);
			return { incident: incidentDetail(world, incident, new Set(query['include[]'])) };
		},
	});

	addRoute(app, account, {
		method: 'POST',
		path: '/incidents',
		scope: 'incidents.write',
		from: true,
		status: 201,
		body: input.createBody,
		answer: ({ body, requesterId }) => {
			const incident = create(world, body.incident, requesterId);
			account.publisher.incident('incident.triggered', incident, { type: 'user', id: requesterId });
			account.changed();
			return { incident: incidentDetail(world, incident) };
		},
	});
	addChangeRoutes(app, account);
}

function addChangeRoutes(app: FastifyInstance, account: Account): void {
	const { world, publisher } = account;
	const announce = publisher.incident.bind(publisher);

	addRoute(app, account, {
		method: 'PUT',
		path: '/incidents',
		scope: 'incidents.write',
		from: true,
		query: z.object(pagingQuery).strict(),
		body: input.bulkBody,
		answer: ({ body, requesterId }) => {
			if (body.incidents.length > bulkLimit) throw tooMany(bulkLimit);
			const doer = { userId: requesterId };
			// All are looked up and checked before the first is changed: one bad id and nothing happens.
			const planned = body.incidents.map(({ id, ...sent }) => {
				const incident = world.incidents.get(id);
				if (!incident) throw invalidInput(`Incident not found: ${id}`);
				const change = input.changeOf(world, sent);
				checkChange(world, incident, change, doer);
				return { incident, change };
			});
			for (const { incident, change } of planned) applyChange(world, incident, change, doer, announce);
			account.changed();
			return { incidents: planned.map(({ incident }) => incidentView(world, incident)) };
		},
	});

	addRoute(app, account, {
		method: 'PUT',
		path: '/incidents/:id',
		scope: 'incidents.write',
		from: true,
		body: input.updateBody,
		answer: ({ params, body, requesterId }) => {
			const incident = incidentOf(world, params.id);
			const doer = { userId: requesterId };
			const change = input.changeOf(world, body.incident);
			checkChange(world, incident, change, doer);
			applyChange(world, incident, change, doer, announce);
			account.changed();
			return { incident: incidentDetail(world, incident) };
		},
	});
}

/** @throws 400 code 2001 for what does not exist, 2002 for a key that an open incident has */
function create(
	world: World,
	sent: z.output<typeof input.createBody>['incident'],
	requesterId: string,
): Incident {
	if (sent.assignments && sent.escalation_policy)
		throw invalidInput('Assignments and escalation policy cannot both be given');
	const serviceId = input.existing(world.services, sent.service.id, 'Service');
	if (sent.incident_key && world.openIncidentByKey(serviceId, sent.incident_key))
		throw argumentsCausedError('Open incident with matching dedup key already exists on this service');
	const policy = sent.escalation_policy;
	return openIncident(world, {
		title: sent.title,
		serviceId,
		agent: { type: 'user', id: requesterId },
		urgency: sent.urgency,
		incidentKey: sent.incident_key,
		policyId: policy && input.existing(world.policies, policy.id, 'Escalation policy'),
		assigneeIds: sent.assignments && input.userIds(world, sent.assignments),
		priorityId: sent.priority && input.existing(world.priorities, sent.priority.id, 'Priority'),
		incidentType: sent.incident_type && input.incidentTypeName(world, sent.incident_type),
		conferenceBridge: sent.conference_bridge,
		details: sent.body?.details,
	});
}
