import { nodeKey } from '../../host/nodeKey';
import { warn } from '../log';
import { serialize } from '../../api/serialize';
import {
	deleteSubscription,
	enableSubscription,
	listSubscriptions,
	updateSubscription,
	type Subscription,
} from './api';
import { compare, type Difference } from './compare';
import { createSubscription } from './createSubscription';
import { deleteLeftovers, warnOfLeftovers, withLeftovers } from './leftovers';
import { hasEvents, sendsTo } from './match';
import { openSession, type Plan, type Session } from './plan';
import { assertReachable } from './webhookUrl';

/**
 * Makes PagerDuty have what is desired: all of it is there afterwards, or what was created is gone again and the error
 * says why.
 *
 * @returns what PagerDuty had before
 * @throws NodeApiError, NodeOperationError
 */
export async function reconcile(plan: Plan): Promise<readonly Subscription[]> {
	await assertReachable(plan);
	return await serialize(nodeKey(plan.host), async () => {
		const session = await openSession(plan);
		const created: string[] = [];
		return await reconcileOnce(session, created).catch(async (error: unknown) => {
			throw withLeftovers(error, await undo(session, created));
		});
	});
}

/**
 * Lists, compares and applies once, without undoing anything. For callers that serialize their work on the node themselves.
 *
 * @param created gets the keys of what is created, also of what was about to be created when it failed
 * @returns what PagerDuty had before
 * @throws NodeApiError, NodeOperationError
 */
export async function reconcileOnce(session: Session, created: string[]): Promise<readonly Subscription[]> {
	const actual = await listSubscriptions(session.api);
	await apply(session, compare(session, session.store.entries, actual), created);
	return actual;
}

async function apply(session: Session, difference: Difference, created: string[]): Promise<void> {
	const { kept, stale, missing, lost, orphans, unknown } = difference;
	// First, because a new one may be refused while these still count against PagerDuty's limit.
	for (const { id } of [...orphans, ...lost]) await deleteSubscription(session.api, id);
	warnOfUnknown(session, unknown);
	session.store.retain((key) => kept.has(key));
	for (const each of stale) await mend(session, each);
	for (const one of missing) {
		created.push(one.key);
		await createSubscription(session, one);
	}
}

/** Enables a subscription that is disabled, switches it on, and gives it the chosen events, as far as it needs that. */
export async function mend({ api, events }: Session, subscription: Subscription): Promise<void> {
	const { id, delivery_method } = subscription;
	const found = delivery_method.temporarily_disabled ? await enableSubscription(api, id) : subscription;
	const change = {
		...(hasEvents(events, found) ? {} : { events: [...events] }),
		...(found.active ? {} : { active: true as const }),
	};
	if (Object.keys(change).length > 0) await updateSubscription(api, id, change);
}

/**
 * Deletes what was created before an error: n8n does not save static data after it, so the IDs would be forgotten.
 *
 * @returns the IDs that PagerDuty would not delete
 */
async function undo(session: Session, created: readonly string[]): Promise<string[]> {
	if (created.length === 0) return [];
	const ids = created.flatMap((key) => session.store.entries.get(key)?.id ?? []);
	session.store.retain((key) => !created.includes(key));
	const { left, errors } = await deleteLeftovers(session).catch((error: unknown) => ({
		left: ids,
		errors: [error],
	}));
	for (const error of errors) warnOfLeftovers(session.host, error);
	return left;
}

/** Names in n8n's log what is stored for this node and left alone, because PagerDuty does not show it as this node's. */
export function warnOfUnknown({ host, url }: Plan, unknown: readonly Subscription[]): void {
	for (const each of unknown) {
		const why = sendsTo(url, each)
			? 'its description in PagerDuty does not name this workflow'
			: `it sends events to ${each.delivery_method.url}, and this trigger listens at ${url}`;
		warn(
			host,
			`the webhook subscription ${each.id} was left alone: ${why}. If this n8n has moved, delete the subscription in PagerDuty (Integrations > Generic Webhooks). If this workflow or this n8n is a copy, it belongs to the original`,
		);
	}
}
