import type { Account } from '../account';
import { notFound } from '../errors';
import { newSecret } from '../webhooks/secret';
import { countDrop } from '../webhooks/subscription';
import type { Subscription } from '../world/entities';

function subscriptionOf({ world }: Account, id: string): Subscription {
	const subscription = world.subscriptions.get(id);
	if (!subscription) throw notFound();
	return subscription;
}

/** Deliveries are signed with the new secret, and with the old ones as long as they are kept. */
export function rotateSecret(account: Account, id: string, keepOld = true): string {
	const subscription = subscriptionOf(account, id);
	const secret = newSecret();
	subscription.secrets = keepOld ? [secret, ...subscription.secrets] : [secret];
	account.changed();
	return secret;
}

export function endRotation(account: Account, id: string): void {
	const subscription = subscriptionOf(account, id);
	subscription.secrets = subscription.secrets.slice(0, 1);
	account.changed();
}

export function disable(account: Account, id: string): void {
	const subscription = subscriptionOf(account, id);
	while (subscription.disabledUntil === null)
		countDrop(account.world, subscription, account.settings.disabledMs);
	account.changed();
}
