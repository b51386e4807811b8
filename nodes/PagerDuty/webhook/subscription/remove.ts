import type { IHookFunctions } from 'n8n-workflow';

import { nodeKey } from '../../host/nodeKey';
import { isManual } from '../host';
import { serialize } from '../../api/serialize';
import { deleteSubscription, findSubscription } from './api';
import { deleteLeftovers, warnOfLeftovers, withLeftovers } from './leftovers';
import { isOurs } from './match';
import { openSession, planOf, type Plan, type Session } from './plan';
import { warnOfUnknown } from './reconcile';
import { stopResync } from './resync';
import { SubscriptionStore } from './store';
import { addressFault } from './webhookUrl';

/**
 * Deletes this node's subscriptions. Those that PagerDuty would not delete stay stored, and the error and n8n's log name
 * them.
 *
 * @throws NodeApiError
 */
export async function remove(host: IHookFunctions): Promise<boolean> {
	const plan = planOf(host);
	stopResync(plan);
	const store = await SubscriptionStore.open(host);
	if (isManual(host) && store.entries.size === 0) return true;
	return await serialize(nodeKey(host), async () => {
		await removeAll(plan, store).catch((error: unknown) => {
			const left = [...store.entries.values()].map(({ id }) => id);
			if (left.length > 0) warnOfLeftovers(host, error, left);
			throw withLeftovers(error, left);
		});
		return true;
	});
}

/** Gets each stored one by its ID, so that none is left only because PagerDuty does not list what there is. */
async function removeAll(plan: Plan, store: SubscriptionStore): Promise<void> {
	const session = { ...(await openSession(plan)), store };
	const errors: unknown[] = [];
	for (const [key, { id }] of store.entries) {
		await removeOurs(session, id).then(
			() => store.retain((each) => each !== key),
			(error: unknown) => errors.push(error),
		);
	}
	if (errors.length > 0) throw errors[0];
	// Nothing was created with an address that is refused, and the real PagerDuty need not be asked.
	if (isManual(plan.host) || (await addressFault(plan)) !== undefined) return;
	const deletion = await deleteLeftovers(session).catch((error: unknown) => ({ errors: [error] }));
	for (const error of deletion.errors) warnOfLeftovers(plan.host, error);
}

/** Deletes a stored one if PagerDuty itself shows it as this node's. */
async function removeOurs(session: Session, id: string): Promise<void> {
	const found = await findSubscription(session.api, id);
	if (found === undefined) return;
	if (isOurs(session, found)) await deleteSubscription(session.api, id);
	else warnOfUnknown(session, [found]);
}
