import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Account } from '../account';
import { figuresOf, type Figures } from '../analytics/figures';
import { incidentFilters } from '../analytics/filters';
import { computed, ordered, type Row, scope, sorted, unit } from '../analytics/request';
import { metricsView, percentilesView, rawIncidentView } from '../analytics/views';
import { notFound } from '../errors';
import { addRoute } from '../http/rest';
import type { World } from '../world/world';
import { addPeopleRoutes } from './analyticsOfPeople';

const metricsBody = z
	.object({ filters: incidentFilters.default({}), ...ordered, aggregate_unit: unit })
	.strict();
const rawBody = z
	.object({
		filters: incidentFilters.default({}),
		...ordered,
		order_by: z.enum(['created_at', 'seconds_to_resolve']).default('created_at'),
		limit: z.number().int().min(1).max(1000).default(100),
		starting_after: z.string().optional(),
	})
	.strict();

/** The first moment of the day, week or month of a time, in UTC. */
function startOf(at: string, by: 'day' | 'week' | 'month'): string {
	const date = new Date(`${at.slice(0, by === 'month' ? 7 : 10)}${by === 'month' ? '-01' : ''}T00:00:00Z`);
	if (by === 'week') date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
	return date.toISOString();
}

function grouped(all: Figures[], key: (figures: Figures) => string | undefined): Array<[string, Figures[]]> {
	const groups = new Map<string, Figures[]>();
	for (const figures of all) {
		const name = key(figures);
		if (name !== undefined) groups.set(name, [...(groups.get(name) ?? []), figures]);
	}
	return [...groups];
}

interface Named {
	id: string;
	name: string;
}

/** What figures are given for each of, by the last segment of the path. */
const dimensions: Record<string, (world: World, figures: Figures) => Record<string, Named | undefined>> = {
	services: (world: World, { incident }: Figures) => ({ service: world.services.get(incident.serviceId) }),
	teams: (world: World, { incident }: Figures) => ({
		team: world.teams.get(world.teamIdsOf(incident)[0] ?? ''),
	}),
	escalation_policies: (world: World, { incident }: Figures) => ({
		escalation_policy: world.policies.get(incident.policyId),
	}),
	all: () => ({}),
};

/** operationIds getAnalyticsMetricsIncidentsAll and those of services, teams and escalation policies */
function addMetricRoutes(app: FastifyInstance, account: Account): void {
	const { world } = account;
	for (const [segment, dimension] of Object.entries(dimensions))
		addRoute(app, account, {
			method: 'POST',
			path: `/analytics/metrics/incidents/${segment}`,
			scope,
			body: metricsBody,
			answer: ({ body }) => {
				const { filters, aggregate_unit: by, order, order_by: orderBy, time_zone: zone } = body;
				const keyOf = (figures: Figures) => {
					const range = by ? { range_start: startOf(figures.incident.createdAt, by) } : {};
					const names = Object.entries(dimension(world, figures)).map(([name, object]) =>
						object === undefined ? {} : { [`${name}_id`]: object.id, [`${name}_name`]: object.name },
					);
					return JSON.stringify(Object.assign({}, range, ...names));
				};
				const rows = grouped(computed(world, filters), keyOf).map(([key, group]) => ({
					...(JSON.parse(key) as Row),
					...metricsView(group),
					...(segment === 'all' ? percentilesView(group) : {}),
				}));
				const data = sorted(rows, orderBy ?? (by ? 'range_start' : 'total_incident_count'), order);
				return {
					data,
					filters,
					time_zone: zone ?? 'Etc/UTC',
					order: order ?? 'desc',
					aggregate_unit: by ?? null,
				};
			},
		});
}

/** operationIds getAnalyticsIncidents, getAnalyticsIncidentsById, getAnalyticsIncidentResponsesById, and figures over many */
export function addAnalyticsRoutes(app: FastifyInstance, account: Account): void {
	const { world } = account;
	addMetricRoutes(app, account);
	addPeopleRoutes(app, account);
	const found = (id = '') => {
		const incident = world.incidents.get(id);
		if (!incident) throw notFound();
		return figuresOf(world, incident);
	};

	addRoute(app, account, {
		method: 'POST',
		path: '/analytics/raw/incidents',
		scope,
		body: rawBody,
		answer: ({ body }) => {
			const rows = computed(world, body.filters).map((figures) => rawIncidentView(world, figures));
			const all = sorted(rows, body.order_by, body.order);
			const start = all.findIndex(({ id }) => id === body.starting_after) + 1;
			const data = all.slice(start, start + body.limit);
			const [first, last] = [data[0]?.id ?? null, data.at(-1)?.id ?? null];
			return {
				data,
				...(first === null ? { first: '', last: '' } : { first, last }),
				limit: body.limit,
				more: start + body.limit < all.length,
				order: body.order ?? 'desc',
				order_by: body.order_by,
				filters: body.filters,
				time_zone: body.time_zone ?? 'Etc/UTC',
			};
		},
	});

	addRoute(app, account, {
		method: 'GET',
		path: '/analytics/raw/incidents/:id',
		scope: 'analytics.read',
		answer: ({ params }) => rawIncidentView(world, found(params.id)),
	});

	addRoute(app, account, {
		method: 'GET',
		path: '/analytics/raw/incidents/:id/responses',
		scope: 'analytics.read',
		answer: ({ params }) => {
			const { incident, assignedIds, acknowledgements } = found(params.id);
			const responses = assignedIds.map((id) => {
				const ack = acknowledgements.find(({ agent }) => agent.id === id);
				const seconds = ack && (Date.parse(ack.createdAt) - Date.parse(incident.createdAt)) / 1000;
				return {
					responder_id: id,
					responder_name: world.users.get(id)?.name,
					response_status: ack ? 'joined' : 'pending',
					responder_type: 'assigned',
					requested_at: incident.createdAt,
					...(ack ? { responded_at: ack.createdAt, time_to_respond_seconds: seconds } : {}),
				};
			});
			return {
				incident_id: incident.id,
				limit: 100,
				order: 'desc',
				order_by: 'requested_at',
				time_zone: 'Etc/UTC',
				responses,
			};
		},
	});
}
