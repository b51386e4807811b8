import { compare } from './compare';
import { createSubscription } from './createSubscription';
import type { DesiredSubscription } from '../form/scope';
import {
	deleteSubscription,
	enableSubscription,
	listSubscriptions,
	updateSubscription,
	type Subscription,
} from './api';
import { hasEvents, sendsTo, type Plan, type Session } from './plan';
import { warn } from '../log';

/**
 * Makes what PagerDuty has equal to what the form says, one subscription for each service or team: keeps what is good,
 * changes events in place, wakes what is disabled, replaces what cannot be mended, and deletes what is not wanted any
 * more.
 *
 * @param made gets the keys of what it makes, also of what it was about to make when it failed
 * @returns what PagerDuty had before
 * @throws NodeApiError, NodeOperationError
 */
export async function reconcile(
	session: Session,
	desired: readonly DesiredSubscription[],
	made: string[],
): Promise<readonly Subscription[]> {
	const listed = await listSubscriptions(session.api);
	const { kept, missing, surplus, foreign } = compare(session, desired, session.store.entries, listed);
	// First, because a new one may be refused while these still count against PagerDuty's limit.
	for (const { id } of surplus) await deleteSubscription(session.api, id);
	warnOfUnknown(session, foreign);
	session.store.retain((key) => kept.has(key));
	for (const subscription of kept.values()) await mend(session, subscription);
	for (const one of missing) {
		made.push(one.key);
		await createSubscription(session, one);
	}
	return listed;
}

/** Wakes a subscription that is disabled or switched off, and gives it the chosen events. */
export async function mend(session: Session, subscription: Subscription): Promise<void> {
	const { id, delivery_method } = subscription;
	const found = delivery_method.temporarily_disabled
		? await enableSubscription(session.api, id)
		: subscription;
	const change = {
		...(hasEvents(session, found) ? {} : { events: session.events }),
		...(found.active ? {} : { active: true as const }),
	};
	if (Object.keys(change).length > 0) await updateSubscription(session.api, id, change);
}

/** Names what n8n remembers for this node and leaves alone, because PagerDuty does not show it as this node's. */
export function warnOfUnknown({ host, url }: Plan, foreign: readonly Subscription[]): void {
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
