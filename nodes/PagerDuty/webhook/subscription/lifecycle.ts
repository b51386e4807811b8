import type { IHookFunctions } from 'n8n-workflow';

import { assertAdditions } from '../form/addToOutput';
import { assertFilters } from '../form/filters';
import { desiredSubscriptions } from '../form/scope';
import { isLive, isManual } from '../host';
import { listSubscriptions } from './api';
import { compare, isInOrder } from './compare';
import { openSession, planOf } from './plan';
import { reconcile } from './reconcile';
import { followsStart, startResync } from './resync';
import { hasSecret, SubscriptionStore } from './store';
import { assertAnswered } from './webhookUrl';

/**
 * Whether PagerDuty sends this node exactly what its form says, and it can be verified. Changes nothing in PagerDuty:
 * {@link create} does, which n8n calls next. When n8n starts, it asks PagerDuty nothing, because n8n waits for it before
 * it activates other workflows, and takes an error for a reason to delete what there is. Then the first resync does both.
 *
 * @throws NodeApiError, NodeOperationError
 */
export async function checkExists(host: IHookFunctions): Promise<boolean> {
	const atStart = isLive(host) && followsStart(host.getActivationMode());
	if (!atStart) {
		assertAnswered(host);
		assertFilters(host);
		assertAdditions(host);
	}
	if (isManual(host)) return true;
	const plan = planOf(host, desiredSubscriptions(host));
	const { subscriptions } = plan;
	const store = await SubscriptionStore.open(host);
	if (isLive(host)) {
		// Here, because n8n saves static data after an activation, and not after a resync.
		await store.tryEncryptAnew(host);
		startResync(plan, atStart);
		if (atStart) return true;
	}
	const isStored =
		store.entries.size === subscriptions.length &&
		subscriptions.every(({ key }) => hasSecret(store.entries.get(key)));
	if (!isStored) return false;
	const session = await openSession(plan);
	return isInOrder(compare(session, session.store.entries, await listSubscriptions(session.api)));
}

/** Makes PagerDuty have what the form says. @throws NodeApiError, NodeOperationError */
export async function create(host: IHookFunctions): Promise<boolean> {
	if (!isManual(host)) await reconcile(planOf(host, desiredSubscriptions(host)));
	return true;
}
