import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Account } from '../account';
import { notFound } from '../errors';
import { oneOfMany } from '../http/input';
import { addRoute } from '../http/rest';
import {
	contactMethodsOf,
	contactMethodView,
	notificationRulesOf,
	notificationRuleView,
} from '../views/contacts';

const rulesQuery = z
	.object({
		'include[]': oneOfMany(['contact_methods']),
		urgency: z.enum(['high', 'low', 'all']).default('high'),
	})
	.strict();

/** operationIds getUserContactMethods, getUserNotificationRules */
export function addContactRoutes(app: FastifyInstance, account: Account): void {
	const { world } = account;
	const userId = ({ id = '' }: Record<string, string>): string => {
		if (!world.users.has(id)) throw notFound();
		return id;
	};

	addRoute(app, account, {
		method: 'GET',
		path: '/users/:id/contact_methods',
		scope: 'users:contact_methods.read',
		answer: ({ params }) => ({
			contact_methods: contactMethodsOf(world, userId(params)).map(contactMethodView),
		}),
	});

	addRoute(app, account, {
		method: 'GET',
		path: '/users/:id/notification_rules',
		scope: 'users:contact_methods.read',
		query: rulesQuery,
		answer: ({ params, query: { urgency, 'include[]': include } }) => {
			const rules = notificationRulesOf(world, userId(params)).filter(
				(rule) => urgency === 'all' || rule.urgency === urgency,
			);
			const full = new Set<string>(include);
			return { notification_rules: rules.map((rule) => notificationRuleView(world, rule, full)) };
		},
	});
}
