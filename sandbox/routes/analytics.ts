import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Account } from '../account';
import { figuresOf, type Figures } from '../analytics/figures';
import { incidentFilters, passes, responderFilters, userFilters } from '../analytics/filters';
import { metricsView, percentilesView, rawIncidentView, responderView } from '../analytics/views';
import { notFound } from '../errors';
import { timeZone } from '../http/timeZone';
import { addRoute } from '../http/rest';
import type { World } from '../world/world';

const scope = 'analytics.write';
const ordered = {
	order: z.enum(['asc', 'desc']).optional(),
	order_by: z.string().optional(),
	time_zone: timeZone,
};
const unit = z.enum(['day', 'week', 'month']).nullish();

const metricsBody = z
	.object({ filters: incidentFilters.default({}), ...ordered, aggregate_unit: unit })
	.strict();
const responderBody = z.object({ filters: responderFilters.default({}), ...ordered }).strict();
const userBody = z
	.object({
		filters: userFilters.default({}),
		...ordered,
		aggregate_unit: unit,
		limit: z.number().optional(),
	})
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

const computed = (world: World, filters: z.output<typeof incidentFilters>) =>
	[...world.incidents.values()].map((incident) => figuresOf(world, incident)).filter(passes(world, filters));

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

type Row = Record<string, unknown>;

function sorted(rows: Row[], by: string | undefined, order: 'asc' | 'desc' = 'desc'): Row[] {
	if (by === undefined) return rows;
	const rank = (row: Row) => (typeof row[by] === 'number' ? Number(row[by]) : String(row[by] ?? ''));
	const ascending = [...rows].sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0));
	return order === 'asc' ? ascending : ascending.reverse();
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

/** operationIds getAnalyticsMetricsRespondersAll, getAnalyticsMetricsRespondersTeam, getAnalyticsMetricsUsersAll */
function addPeopleRoutes(app: FastifyInstance, account: Account): void {
	const { world } = account;
	for (const segment of ['all', 'teams'] as const)
		addRoute(app, account, {
			method: 'POST',
			path: `/analytics/metrics/responders/${segment}`,
			scope,
			body: responderBody,
			answer: ({ body }) => {
				const {
					date_range_start: start,
					date_range_end: end,
					responder_ids: responders,
					...more
				} = body.filters;
				const all = computed(world, { ...more, created_at_start: start, created_at_end: end });
				const rows = [...world.users.values()]
					.filter(({ id }) => responders === undefined || responders.includes(id))
					.flatMap((user) => {
						const teams =
							segment === 'all'
								? [{}]
								: user.teamIds.map((id) => ({ team_id: id, team_name: world.teams.get(id)?.name }));
						return teams.map((team): Row => ({ ...team, ...responderView(user, all) }));
					})
					.filter(({ total_incident_count: count }) => Number(count) > 0);
				return {
					data: sorted(rows, body.order_by ?? 'total_incident_count', body.order),
					filters: body.filters,
					time_zone: body.time_zone ?? 'Etc/UTC',
					order: body.order ?? 'desc',
				};
			},
		});

	addRoute(app, account, {
		method: 'POST',
		path: '/analytics/metrics/users/all',
		scope,
		body: userBody,
		answer: ({ body }) => {
			const { team_ids: teams, user_ids: ids } = body.filters;
			const users = [...world.users.values()].filter(
				({ id, teamIds }) =>
					(ids === undefined || ids.includes(id)) &&
					(teams === undefined || teamIds.some((team) => teams.includes(team))),
			);
			const inPolicies = new Set(
				[...world.policies.values()].flatMap(({ rules }) => rules.flatMap(({ userIds }) => userIds)),
			);
			const onPolicy = users.filter(({ id }) => inPolicies.has(id)).length;
			const share = (count: number) => (users.length === 0 ? 0 : (100 * count) / users.length);
			return {
				data: [
					{
						total_user_count: users.length,
						total_signed_up_count: users.length,
						total_signed_up_percentage: share(users.length),
						total_on_escalation_policy_count: onPolicy,
						total_on_escalation_policy_percentage: share(onPolicy),
						total_with_notification_methods_count: users.length,
						total_with_notification_methods_percentage: share(users.length),
					},
				],
				filters: { team_ids: teams ?? [] },
				time_zone: body.time_zone ?? 'Etc/UTC',
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
