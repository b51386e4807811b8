import type { IHookFunctions } from 'n8n-workflow';

import { SubscriptionStore } from './store';
import { isManual, nodeKey } from '../host';
import { warnOfLeftovers, withLeftovers } from './leftovers';
import { stopResync } from './resync';
import { warnOfUnknown } from './reconcile';
import { deleteSubscription, findSubscription } from './api';
import { sweep } from './sweep';
import { serialize } from '../serialize';
import { isOurs, openSession, planOf, type Plan, type Session } from './plan';
import { addressFault } from './webhookUrl';

/**
 * Deletes this node's subscriptions. Those that PagerDuty would not delete stay remembered, and the error and n8n's log
 * name them.
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

/** Looks up each that is remembered, so that none stays for the only reason that PagerDuty does not give its list. */
async function removeAll(plan: Plan, store: SubscriptionStore): Promise<void> {
	const session = await openSession(plan);
	const errors: unknown[] = [];
	for (const [key, { id }] of store.entries) {
		await removeOurs(session, id).then(
			() => store.retain((each) => each !== key),
			(error: unknown) => errors.push(error),
		);
	}
	if (errors.length > 0) throw errors[0];
	// With an address that was refused nothing was made, and the real PagerDuty need not be asked.
	if (isManual(plan.host) || (await addressFault(plan)) !== undefined) return;
	const swept = await sweep({ ...session, store }).catch((error: unknown) => ({ errors: [error] }));
	for (const error of swept.errors) warnOfLeftovers(plan.host, error);
}

/** Deletes a remembered one if PagerDuty itself shows it as this node's. */
async function removeOurs(session: Session, id: string): Promise<void> {
	const found = await findSubscription(session.api, id);
	if (found === undefined) return;
	if (isOurs(session, found)) await deleteSubscription(session.api, id);
	else warnOfUnknown(session, [found]);
}
