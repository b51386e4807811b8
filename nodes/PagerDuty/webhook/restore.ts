import { compare } from './compare';
import { retain } from './held';
import { make } from './make';
import type { Wanted } from './scope';
import {
	deleteSubscription,
	enableSubscription,
	listSubscriptions,
	updateSubscription,
	type Subscription,
} from './subscriptionApi';
import { hasEvents, sendsTo, type Plan, type Watch } from './watch';
import { warn } from './warning';

/**
 * Makes what PagerDuty has equal to what the form says, one subscription for each service or team: keeps what is good,
 * changes events in place, wakes what is disabled, replaces what cannot be mended, and deletes what is not wanted any
 * more.
 *
 * @param made gets the keys of what it makes, also of what it was about to make when it failed
 * @returns what PagerDuty had before
 * @throws NodeApiError, NodeOperationError
 */
export async function restore(
	watch: Watch,
	wanted: readonly Wanted[],
	made: string[],
): Promise<readonly Subscription[]> {
	const listed = await listSubscriptions(watch.api);
	const { kept, missing, surplus, foreign } = compare(watch, wanted, watch.held, listed);
	// First, because a new one may be refused while these still count against PagerDuty's limit.
	for (const { id } of surplus) await deleteSubscription(watch.api, id);
	warnOfForeign(watch, foreign);
	retain(watch, (key) => kept.has(key));
	for (const subscription of kept.values()) await wake(watch, subscription);
	for (const one of missing) {
		made.push(one.key);
		await make(watch, one);
	}
	return listed;
}

/** Wakes a subscription that is disabled or switched off, and gives it the chosen events. */
export async function wake(watch: Watch, subscription: Subscription): Promise<void> {
	const { id, delivery_method } = subscription;
	const found = delivery_method.temporarily_disabled ? await enableSubscription(watch.api, id) : subscription;
	const change = {
		...(hasEvents(watch, found) ? {} : { events: watch.events }),
		...(found.active ? {} : { active: true as const }),
	};
	if (Object.keys(change).length > 0) await updateSubscription(watch.api, id, change);
}

/** Names what n8n remembers for this node and leaves alone, because PagerDuty does not show it as this node's. */
export function warnOfForeign({ host, url }: Plan, foreign: readonly Subscription[]): void {
	for (const each of foreign) {
		const why = sendsTo(url, each)
			? 'its description in PagerDuty does not name this workflow'
			: `it sends events to ${each.delivery_method.url}, and this trigger listens at ${url}`;
		warn(
			host,
			`the webhook subscription ${each.id} was left alone: ${why}. If this n8n has moved, delete the subscription in PagerDuty (Integrations > Generic Webhooks). If this workflow or this n8n is a copy, it belongs to the original`,
		);
	}
}
