import type { IHookFunctions } from 'n8n-workflow';

import { compare, isInOrder } from './compare';
import { hasSecret, SubscriptionStore } from './store';
import { isLive, isManual, nodeKey, type TriggerHost } from '../host';
import { warnOfLeftovers, withLeftovers } from './leftovers';
import { startResync, followsStart } from './resync';
import { reconcile } from './reconcile';
import { desiredSubscriptions } from '../form/scope';
import { listSubscriptions, type Subscription } from './api';
import { sweep } from './sweep';
import { serialize } from '../serialize';
import { openSession, planOf, type Plan, type Session } from './plan';
import { assertAnswered, assertReachable } from './webhookUrl';

/**
 * Whether PagerDuty sends this node exactly what its form says, and we can verify it. Only looks: what is missing or
 * different is put right by {@link create}, which n8n calls next. When n8n starts, the first patrol does both: n8n waits
 * for this with everything else it has to activate, and takes an error for a reason to delete what there is.
 */
export async function checkExists(host: IHookFunctions): Promise<boolean> {
	const atStart = isLive(host) && followsStart(host.getActivationMode());
	if (!atStart) assertAnswered(host);
	if (isManual(host)) return true;
	const plan = planOf(host);
	const desired = desiredSubscriptions(host);
	const store = await SubscriptionStore.open(host);
	if (isLive(host)) {
		// Here, because n8n saves static data after an activation, and not after a resync.
		await store.tryEncryptAnew(host);
		startResync({ ...plan, desired }, atStart);
		if (atStart) return true;
	}
	if (store.entries.size !== desired.length || !desired.every(({ key }) => hasSecret(store.entries.get(key))))
		return false;
	const session = await openSession(plan);
	return isInOrder(plan, compare(plan, desired, session.store.entries, await listSubscriptions(session.api)));
}

/**
 * Makes what PagerDuty has equal to what the form says. Either all of it is there afterwards, or what it made is gone
 * again and an error says why.
 *
 * @throws NodeApiError, NodeOperationError
 */
export async function create(host: TriggerHost): Promise<boolean> {
	if (isManual(host)) return true;
	await reconcileNode(host, planOf(host));
	return true;
}

/** {@link create} for an automatic subscription. @returns what PagerDuty had before */
export async function reconcileNode(host: TriggerHost, plan: Plan): Promise<readonly Subscription[]> {
	const desired = desiredSubscriptions(host);
	await assertReachable(plan);
	return await serialize(nodeKey(host), async () => {
		const session = await openSession(plan);
		const made: string[] = [];
		return await reconcile(session, desired, made).catch(async (error: unknown) => {
			throw withLeftovers(error, await undo(session, made));
		});
	});
}

/**
 * Takes back what a failed {@link create} made: n8n does not save static data after an error, so nobody would know of
 * it. @returns the IDs that PagerDuty would not delete
 */
async function undo(session: Session, made: readonly string[]): Promise<string[]> {
	if (made.length === 0) return [];
	const ids = made.flatMap((key) => session.store.entries.get(key)?.id ?? []);
	session.store.retain((key) => !made.includes(key));
	const { left, errors } = await sweep(session).catch((error: unknown) => ({ left: ids, errors: [error] }));
	for (const error of errors) warnOfLeftovers(session.host, error);
	return left;
}
