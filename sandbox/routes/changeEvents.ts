import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Account } from '../account';
import { notFound } from '../errors';
import { atMost, list, typed } from '../http/input';
import { page, pagingQuery } from '../http/paging';
import { addRoute } from '../http/rest';
import { changeEventView } from '../views/changeEvent';
import { held } from '../views/reference';
import type { ChangeEvent } from '../world/changeEvents';
import type { World } from '../world/world';
import { dateOf } from './incidentQuery';

const listQuery = z
	.object({
		...pagingQuery,
		'team_ids[]': list,
		'integration_ids[]': list,
		since: z.string().optional(),
		until: z.string().optional(),
	})
	.strict();

const body = z
	.object({
		change_event: z
			.object({
				type: typed('change_event').optional(),
				summary: atMost(1024, z.string().min(1)).optional(),
				custom_details: z.record(z.unknown()).optional(),
			})
			.strict(),
	})
	.strict();

/** Newest first. */
function select(world: World, query: z.output<typeof listQuery>): ChangeEvent[] {
	const since = dateOf('since', query.since, undefined)?.getTime() ?? -Infinity;
	const until = dateOf('until', query.until, undefined)?.getTime() ?? Infinity;
	const { 'team_ids[]': teams, 'integration_ids[]': integrations } = query;
	return [...world.changeEvents.values()]
		.filter(({ timestamp, serviceId }) => {
			const at = Date.parse(timestamp);
			const { teamIds, integration } = held(world.services, serviceId);
			return (
				at >= since &&
				at < until &&
				(teams.length === 0 || teamIds.some((id) => teams.includes(id))) &&
				(integrations.length === 0 || integrations.includes(integration.id))
			);
		})
		.sort((a, b) => Date.parse(b.timestamp) - Date.parse(a.timestamp));
}

/** operationIds listChangeEvents, getChangeEvent, updateChangeEvent, listServiceChangeEvents */
export function addChangeEventRoutes(app: FastifyInstance, account: Account): void {
	const { world } = account;
	const view = (event: ChangeEvent) => changeEventView(world, event);
	const found = (id = '') => {
		const event = world.changeEvents.get(id);
		if (!event) throw notFound();
		return event;
	};

	addRoute(app, account, {
		method: 'GET',
		path: '/change_events',
		scope: 'change_events.read',
		query: listQuery,
		answer: ({ query }) => page('change_events', select(world, query), query, view),
	});

	addRoute(app, account, {
		method: 'GET',
		path: '/services/:id/change_events',
		scope: 'services.read',
		query: listQuery,
		answer: ({ params: { id = '' }, query }) => {
			if (!world.services.has(id)) throw notFound();
			const ofService = select(world, query).filter(({ serviceId }) => serviceId === id);
			return page('change_events', ofService, query, view);
		},
	});

	addRoute(app, account, {
		method: 'GET',
		path: '/change_events/:id',
		scope: 'change_events.read',
		answer: ({ params }) => ({ change_event: view(found(params.id)) }),
	});

	addRoute(app, account, {
		method: 'PUT',
		path: '/change_events/:id',
		scope: 'change_events.write',
		body,
		answer: ({ params, body: { change_event: sent } }) => {
			const event = found(params.id);
			event.summary = sent.summary ?? event.summary;
			event.customDetails = sent.custom_details ?? event.customDetails;
			account.changed();
			return { change_event: view(event) };
		},
	});
}
