import { deleteSubscription, listSubscriptions } from './subscriptionApi';
import { heldIn } from './held';
import { isOurs, type Watch } from './watch';

/**
 * Deletes subscriptions that this very node made and then lost sight of: n8n was killed before it saved their IDs, or
 * the answer to their creation never came. Their secrets are gone, so they are of no use, and an account may have few.
 */
export async function sweep(watch: Watch): Promise<void> {
	const held = new Set([...heldIn(watch.data).values()].map(({ id }) => id));
	for (const subscription of await listSubscriptions(watch.api)) {
		if (isOurs(watch, subscription) && !held.has(subscription.id)) {
			await deleteSubscription(watch.api, subscription.id);
		}
	}
}
