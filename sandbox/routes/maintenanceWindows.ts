import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Account } from '../account';
import { invalidInput, notFound } from '../errors';
import { list, oneOfMany, reference, typed } from '../http/input';
import { matches, page, pagingQuery } from '../http/paging';
import { addRoute } from '../http/rest';
import { moment } from '../http/timeZone';
import { stateOf } from '../services/maintenance';
import { maintenanceWindowView } from '../views/maintenanceWindow';
import type { MaintenanceWindow } from '../world/maintenance';
import { timestamp, type World } from '../world/world';
import { existing } from './incidentInput';

const include = { 'include[]': oneOfMany(['teams', 'services', 'users']) };
const date = z.string().refine((text) => moment(text, undefined) !== undefined, 'is no date');
const fields = {
	type: typed('maintenance_window').optional(),
	start_time: date,
	end_time: date,
	description: z.string().optional(),
	services: z.array(reference('service_reference', 'service')).min(1),
};
const body = z.object({ maintenance_window: z.object(fields).strict() }).strict();
const listQuery = z
	.object({
		...pagingQuery,
		...include,
		query: z.string().optional(),
		'team_ids[]': list,
		'service_ids[]': list,
		filter: z.enum(['past', 'future', 'ongoing', 'open', 'all']).optional(),
	})
	.strict();

/** What a body says. A start in the past counts as now, unless the window has begun already. @throws 400 */
function windowOf(world: World, { maintenance_window: sent }: z.output<typeof body>, begun?: string) {
	const now = timestamp(world.clock.now());
	const inUtc = (text: string) => timestamp(moment(text, undefined) ?? new Date(NaN));
	const start = [inUtc(sent.start_time), begun ?? now].sort().at(-1) ?? now;
	const end = inUtc(sent.end_time);
	if (end <= now || end <= start)
		throw invalidInput('End time must be in the future and after the start time');
	const serviceIds = sent.services.map(({ id }) => existing(world.services, id, 'Service'));
	return { start, end, description: sent.description ?? '', serviceIds };
}

/**
 * operationIds listMaintenanceWindows, getMaintenanceWindow, createMaintenanceWindow, updateMaintenanceWindow,
 * deleteMaintenanceWindow
 */
export function addMaintenanceWindowRoutes(app: FastifyInstance, account: Account): void {
	const { world } = account;
	const path = '/maintenance_windows';
	const found = ({ id = '' }: Record<string, string>): MaintenanceWindow => {
		const window = world.maintenanceWindows.get(id);
		if (!window) throw notFound();
		return window;
	};
	const answer = (window: MaintenanceWindow) => ({
		maintenance_window: maintenanceWindowView(world, window),
	});

	addRoute(app, account, {
		method: 'GET',
		path,
		scope: 'services.read',
		query: listQuery,
		answer: ({ query }) => {
			const isOfTeams = ({ serviceIds }: MaintenanceWindow) =>
				query['team_ids[]'].length === 0 ||
				serviceIds.some((id) =>
					world.services.get(id)?.teamIds.some((team) => query['team_ids[]'].includes(team)),
				);
			const isOfServices = ({ serviceIds }: MaintenanceWindow) =>
				query['service_ids[]'].length === 0 || serviceIds.some((id) => query['service_ids[]'].includes(id));
			const isIn = (window: MaintenanceWindow) => {
				const state = stateOf(world, window);
				const { filter = 'all' } = query;
				return filter === 'all' || filter === state || (filter === 'open' && state !== 'past');
			};
			const rows = [...world.maintenanceWindows.values()].filter(
				(window) =>
					matches(query.query, window.description) &&
					isOfTeams(window) &&
					isOfServices(window) &&
					isIn(window),
			);
			const full = new Set<string>(query['include[]']);
			return page('maintenance_windows', rows, query, (one) => maintenanceWindowView(world, one, full));
		},
	});

	addRoute(app, account, {
		method: 'GET',
		path: `${path}/:id`,
		scope: 'services.read',
		query: z.object(include).strict(),
		answer: ({ params, query }) => ({
			maintenance_window: maintenanceWindowView(world, found(params), new Set(query['include[]'])),
		}),
	});

	addRoute(app, account, {
		method: 'POST',
		path,
		scope: 'services.write',
		from: true,
		status: 201,
		body,
		answer: ({ body: sent, requesterId }) => {
			const id = world.ids.short();
			const number = world.maintenanceWindows.size + 1;
			const window = { id, number, creatorId: requesterId, ...windowOf(world, sent) };
			world.maintenanceWindows.set(id, window);
			account.changed();
			return answer(window);
		},
	});

	addRoute(app, account, {
		method: 'PUT',
		path: `${path}/:id`,
		scope: 'services.write',
		body,
		answer: ({ params, body: sent }) => {
			const window = found(params);
			if (stateOf(world, window) === 'past')
				throw invalidInput('A past maintenance window cannot be changed');
			const begun = stateOf(world, window) === 'ongoing' ? window.start : undefined;
			Object.assign(window, windowOf(world, sent, begun));
			account.changed();
			return answer(window);
		},
	});

	addRoute(app, account, {
		method: 'DELETE',
		path: `${path}/:id`,
		scope: 'services.write',
		status: 204,
		answer: ({ params }) => {
			const window = found(params);
			const state = stateOf(world, window);
			if (state === 'past') throw invalidInput('A past maintenance window cannot be deleted');
			if (state === 'ongoing') window.end = world.now();
			else world.maintenanceWindows.delete(window.id);
			account.changed();
			return undefined;
		},
	});
}
