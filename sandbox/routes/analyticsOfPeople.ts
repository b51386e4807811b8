import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Account } from '../account';
import { responderFilters, userFilters } from '../analytics/filters';
import { computed, ordered, type Row, scope, sorted, unit } from '../analytics/request';
import { responderView } from '../analytics/views';
import { addRoute } from '../http/rest';

const responderBody = z.object({ filters: responderFilters.default({}), ...ordered }).strict();
const userBody = z
	.object({
		filters: userFilters.default({}),
		...ordered,
		aggregate_unit: unit,
		limit: z.number().optional(),
	})
	.strict();
/** operationIds getAnalyticsMetricsRespondersAll, getAnalyticsMetricsRespondersTeam, getAnalyticsMetricsUsersAll */
export function addPeopleRoutes(app: FastifyInstance, account: Account): void {
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
