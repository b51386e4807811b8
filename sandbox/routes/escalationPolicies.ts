import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Account } from '../account';
import { notFound } from '../errors';
import { list, oneOfMany } from '../http/input';
import { matches, page, pagingQuery } from '../http/paging';
import { addRoute } from '../http/rest';
import { policyView } from '../views/people';
import { byName, nameOrder } from './services';

const include = oneOfMany(['services', 'teams', 'targets', 'escalation_rule_assignment_strategies']);

/** https://developer.pagerduty.com/api-reference — Escalation Policies */
export function addEscalationPolicyRoutes(app: FastifyInstance, account: Account): void {
	const { world } = account;

	addRoute(app, account, {
		method: 'GET',
		path: '/escalation_policies',
		scope: 'escalation_policies.read',
		query: z
			.object({
				...pagingQuery,
				query: z.string().optional(),
				'user_ids[]': list,
				'team_ids[]': list,
				'include[]': include,
				sort_by: nameOrder,
			})
			.strict(),
		answer: ({ query }) => {
			const teams = query['team_ids[]'];
			const users = query['user_ids[]'];
			const found = byName(world.policies.values(), query.sort_by).filter(
				(policy) =>
					matches(query.query, policy.name) &&
					(teams.length === 0 || policy.teamIds.some((id) => teams.includes(id))) &&
					(users.length === 0 ||
						policy.rules.some(({ userIds }) => userIds.some((id) => users.includes(id)))),
			);
			const full = new Set<string>(query['include[]']);
			return page('escalation_policies', found, query, (policy) => policyView(world, policy, full));
		},
	});

	addRoute(app, account, {
		method: 'GET',
		path: '/escalation_policies/:id',
		scope: 'escalation_policies.read',
		query: z.object({ 'include[]': include }).strict(),
		answer: ({ params, query }) => {
			const policy = world.policies.get(params.id ?? '');
			if (!policy) throw notFound();
			return { escalation_policy: policyView(world, policy, new Set(query['include[]'])) };
		},
	});
}
