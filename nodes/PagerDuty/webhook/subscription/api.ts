import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import type { Api } from '../../api/client';
import { ifRefused, shapeError } from '../../api/errors';
import { allRows } from '../../api/pages';
import { path } from '../../api/path';

/** The OAuth scopes that the trigger needs; errors name them when a token lacks one. */
export const scopes = ['webhook_subscriptions.read', 'webhook_subscriptions.write'] as const;

const shape = z.object({
	id: z.string().min(1),
	active: z.boolean().default(true),
	description: z.string().nullish(),
	delivery_method: z.object({
		url: z.string().nullish(),
		secret: z.string().nullish(),
		temporarily_disabled: z.boolean().nullish(),
	}),
	events: z.array(z.string()).default([]),
	filter: z.object({ type: z.string(), id: z.string().nullish() }),
});

/** A webhook subscription as far as the trigger reads it (operationId getWebhookSubscription). */
export type Subscription = z.output<typeof shape>;

/**
 * Every subscription that the key may see; rows that are no subscription are left out. operationId
 * listWebhookSubscriptions
 *
 * @throws NodeApiError
 */
export async function listSubscriptions(api: Api): Promise<Subscription[]> {
	const rows = await allRows(
		api,
		{ method: 'GET', path: path`/webhook_subscriptions` },
		'webhook_subscriptions',
	);
	return rows.flatMap((row) => shape.safeParse(row).data ?? []);
}

/**
 * operationId getWebhookSubscription
 *
 * @returns undefined when PagerDuty does not have it any more
 * @throws NodeApiError
 */
export async function findSubscription(api: Api, id: string): Promise<Subscription | undefined> {
	const answer = await unlessGone(api.call({ method: 'GET', path: path`/webhook_subscriptions/${id}` }));
	return answer && read(api, answer);
}

/**
 * Creates a subscription. The secret is in the answer to this request and in no other. It is sent once: an attempt of
 * unknown outcome may have created one. operationId createWebhookSubscription
 *
 * @throws NodeApiError
 */
export async function postSubscription(api: Api, subscription: IDataObject): Promise<Subscription> {
	const body = { webhook_subscription: { type: 'webhook_subscription', ...subscription } };
	return read(api, await api.call({ method: 'POST', path: path`/webhook_subscriptions`, body }));
}

/**
 * Changes the events of a subscription, or switches it on. PagerDuty cannot change its address. operationId
 * updateWebhookSubscription
 *
 * @throws NodeApiError
 */
export async function updateSubscription(
	api: Api,
	id: string,
	change: { events?: string[]; active?: true },
): Promise<void> {
	const body = { webhook_subscription: change };
	await api.call({ method: 'PUT', path: path`/webhook_subscriptions/${id}`, body });
}

/**
 * Enables a subscription that PagerDuty disabled because its events were refused. operationId enableWebhookSubscription
 *
 * @throws NodeApiError
 */
export async function enableSubscription(api: Api, id: string): Promise<Subscription> {
	const enable = path`/webhook_subscriptions/${id}/enable`;
	return read(api, await api.call({ method: 'POST', path: enable, repeatable: true }));
}

/** Has PagerDuty send its test event, `pagey.ping`. operationId testWebhookSubscription. @throws NodeApiError */
export async function pingSubscription(api: Api, id: string): Promise<void> {
	const ping = path`/webhook_subscriptions/${id}/ping`;
	await api.call({ method: 'POST', path: ping, repeatable: true });
}

/**
 * Deletes a subscription. One that is gone already counts as deleted. operationId deleteWebhookSubscription
 *
 * @throws NodeApiError
 */
export async function deleteSubscription(api: Api, id: string): Promise<void> {
	await unlessGone(api.call({ method: 'DELETE', path: path`/webhook_subscriptions/${id}` }));
}

const unlessGone = async <Result>(asked: Promise<Result>): Promise<Result | undefined> =>
	await asked.catch(ifRefused(undefined, '404'));

function read(api: Api, answer: IDataObject): Subscription {
	const subscription = shape.safeParse(answer.webhook_subscription);
	if (subscription.success) return subscription.data;
	throw shapeError({ node: api.host.getNode() }, 'webhook subscription');
}
