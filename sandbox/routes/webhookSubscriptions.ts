import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Account } from '../account';
import { notFound, PagerDutyError } from '../errors';
import type { Caller } from '../http/caller';
import { page, pagingQuery } from '../http/paging';
import { addRoute } from '../http/rest';
import { subscriptionView } from '../views/subscription';
import { newSecret } from '../webhooks/secret';
import { enable, wake } from '../webhooks/subscription';
import type { Subscription } from '../world/entities';
import { checkFilter, createBody, updateBody } from './subscriptionInput';

const listQuery = z
	.object({
		...pagingQuery,
		filter_type: z.enum(['account', 'service', 'team']).optional(),
		filter_id: z.string().optional(),
	})
	.strict();

/** What a token needs for a kind of event, beside the right to subscribe: PagerDuty's page "Webhooks Overview" says so. */
const scopeOf = (eventType: string): string | null => {
	if (eventType.startsWith('incident.workflow.')) return 'incident_workflows.read';
	const resource = eventType.split('.')[0] ?? '';
	return ['incident', 'service'].includes(resource) ? `${resource}s.read` : null;
};

function demandScopes(caller: Caller, events: readonly string[] = []): void {
	for (const scope of new Set(events.map(scopeOf))) caller.demand(scope);
}

/** operationIds listWebhookSubscriptions, createWebhookSubscription (which answers 200) and so on. */
export function addWebhookSubscriptionRoutes(app: FastifyInstance, account: Account): void {
	const { world } = account;
	const found = (id: string | undefined): Subscription => {
		const subscription = world.subscriptions.get(id ?? '');
		if (!subscription) throw notFound();
		return wake(world, subscription);
	};

	addRoute(app, account, {
		method: 'GET',
		path: '/webhook_subscriptions',
		scope: 'webhook_subscriptions.read',
		query: listQuery,
		answer: ({ query }) => {
			const all = [...world.subscriptions.values()].filter(
				({ filter }) =>
					(query.filter_type === undefined || filter.type === `${query.filter_type}_reference`) &&
					(query.filter_id === undefined || filter.id === query.filter_id),
			);
			return page('webhook_subscriptions', all, query, (one) => subscriptionView(wake(world, one)));
		},
	});

	addRoute(app, account, {
		method: 'POST',
		path: '/webhook_subscriptions',
		scope: 'webhook_subscriptions.write',
		body: createBody,
		answer: ({ caller, body: { webhook_subscription: sent } }) => {
			demandScopes(caller, sent.events);
			const filter = checkFilter(world, sent.filter);
			const rivals = [...world.subscriptions.values()].filter(
				(one) => one.filter.type === filter.type && one.filter.id === filter.id,
			);
			if (rivals.length >= account.settings.subscriptionLimit)
				throw new PagerDutyError(400, 2019, 'Subscription Limit Exceeded', [
					'Webhook subscription limit exceeded for the selected scope',
				]);
			const subscription: Subscription = {
				id: world.ids.short(),
				deliveryMethodId: world.ids.short(),
				active: sent.active,
				description: sent.description ?? null,
				url: sent.delivery_method.url,
				customHeaders: sent.delivery_method.custom_headers,
				events: sent.events,
				filter,
				oauthClientId: sent.oauth_client_id ?? undefined,
				secrets: [newSecret()],
				createdAt: world.now(),
				disabledUntil: null,
				drops: 0,
			};
			world.subscriptions.set(subscription.id, subscription);
			account.changed();
			return { webhook_subscription: subscriptionView(subscription, true) };
		},
	});

	addRoute(app, account, {
		method: 'GET',
		path: '/webhook_subscriptions/:id',
		scope: 'webhook_subscriptions.read',
		answer: ({ params }) => ({ webhook_subscription: subscriptionView(found(params.id)) }),
	});

	addRoute(app, account, {
		method: 'PUT',
		path: '/webhook_subscriptions/:id',
		scope: 'webhook_subscriptions.write',
		body: updateBody,
		answer: ({ params, caller, body: { webhook_subscription: sent } }) => {
			demandScopes(caller, sent.events);
			const subscription = found(params.id);
			if (sent.filter) subscription.filter = checkFilter(world, sent.filter);
			subscription.description = sent.description ?? subscription.description;
			subscription.events = sent.events ?? subscription.events;
			subscription.active = sent.active ?? subscription.active;
			if (sent.oauth_client_id !== undefined) subscription.oauthClientId = sent.oauth_client_id ?? undefined;
			account.changed();
			return { webhook_subscription: subscriptionView(subscription) };
		},
	});

	addRoute(app, account, {
		method: 'DELETE',
		path: '/webhook_subscriptions/:id',
		scope: 'webhook_subscriptions.write',
		status: 204,
		answer: ({ params }) => {
			world.subscriptions.delete(found(params.id).id);
			account.changed();
			return undefined;
		},
	});
	addSubscriptionActions(app, account, found);
}

function addSubscriptionActions(
	app: FastifyInstance,
	account: Account,
	found: (id: string | undefined) => Subscription,
): void {
	addRoute(app, account, {
		method: 'POST',
		path: '/webhook_subscriptions/:id/enable',
		scope: 'webhook_subscriptions.write',
		answer: ({ params }) => {
			const subscription = found(params.id);
			enable(subscription);
			account.changed();
			return { webhook_subscription: subscriptionView(subscription) };
		},
	});

	addRoute(app, account, {
		method: 'POST',
		path: '/webhook_subscriptions/:id/ping',
		scope: 'webhook_subscriptions.write',
		status: 202,
		answer: ({ params }) => {
			account.publisher.ping(found(params.id));
			return undefined;
		},
	});
}
