import { z } from 'zod';
import { list, oneOfMany } from '../http/input';
import { pagingQuery } from '../http/paging';
import { policyView } from '../views/people';
import { crud, nameOrder } from './crud';

const include = {
	'include[]': oneOfMany(['services', 'teams', 'targets', 'escalation_rule_assignment_strategies']),
};

/** operationIds listEscalationPolicies, getEscalationPolicy */
export const addEscalationPolicyRoutes = crud({
	plural: 'escalation_policies',
	singular: 'escalation_policy',
	table: ({ policies }) => policies,
	view: policyView,
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
