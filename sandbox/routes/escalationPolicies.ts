import { z } from 'zod';
import { list, oneOfMany } from '../http/input';
import { pagingQuery } from '../http/paging';
import { policyView } from '../views/people';
import { serviceView } from '../views/service';
import type { EscalationPolicy } from '../world/entities';
import type { World } from '../world/world';
import { crud, nameOrder } from './crud';

const include = {
	'include[]': oneOfMany(['services', 'teams', 'targets', 'escalation_rule_assignment_strategies']),
};

/** Services name their policies, so the view of a policy cannot show them in full itself. */
function view(world: World, policy: EscalationPolicy, full: ReadonlySet<string>) {
	const services = [...world.services.values()].filter(({ policyId }) => policyId === policy.id);
	return {
		...policyView(world, policy, full),
		...(full.has('services') ? { services: services.map((one) => serviceView(world, one, new Set())) } : {}),
	};
}

/** operationIds listEscalationPolicies, getEscalationPolicy */
export const addEscalationPolicyRoutes = crud({
	plural: 'escalation_policies',
	singular: 'escalation_policy',
	table: ({ policies }) => policies,
	view,
	list: {
		query: z
			.object({
				...pagingQuery,
				...include,
				query: z.string().optional(),
				'user_ids[]': list,
				'team_ids[]': list,
				sort_by: nameOrder,
			})
			.strict(),
		passes: ({ rules }, { 'user_ids[]': users }) =>
			users.length === 0 || rules.some(({ userIds }) => userIds.some((id) => users.includes(id))),
	},
	get: { query: z.object(include).strict() },
});
