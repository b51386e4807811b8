import { forget, heldIn } from './held';
import { make } from './make';
import type { Wanted } from './scope';
import {
	deleteSubscription,
	enableSubscription,
	findSubscription,
	updateSubscription,
	type Subscription,
} from './subscriptionApi';
import { sweep } from './sweep';
import { fits, hasEvents, isWhole, type Watch } from './watch';

/**
 * Makes what PagerDuty has equal to what the form says, one subscription for each service or team: keeps what is good,
 * changes events in place, wakes what is disabled, replaces what cannot be mended, and deletes what is not wanted any
 * more.
 *
 * @param made gets the keys of what it makes, also of what it was about to make when it failed
 * @throws NodeApiError, NodeOperationError
 */
export async function restore(watch: Watch, wanted: readonly Wanted[], made: string[]): Promise<void> {
	await sweep(watch);
	const unwanted = [...heldIn(watch.data).keys()].filter((key) => !wanted.some((one) => one.key === key));
	for (const key of unwanted) await drop(watch, key);
	for (const one of wanted) {
		if (await mend(watch, one)) continue;
		// A new one may be refused while the old one still counts against the account's limit.
		await drop(watch, one.key);
		made.push(one.key);
		await make(watch, one);
	}
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

/** Deletes one that we hold, if we do, and only then forgets it. */
export async function drop(watch: Watch, key: string): Promise<void> {
	const held = heldIn(watch.data).get(key);
	if (held) await deleteSubscription(watch.api, held.id);
	forget(watch, key);
}

/** @returns false when there is nothing that can be mended */
async function mend(watch: Watch, wanted: Wanted): Promise<boolean> {
	const held = heldIn(watch.data).get(wanted.key);
	if (!isWhole(held)) return false;
	const found = await findSubscription(watch.api, held.id);
	if (!found || !fits(watch, wanted, found)) return false;
	await wake(watch, found);
	return true;
}
