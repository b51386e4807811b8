import type { IWebhookFunctions } from 'n8n-workflow';

import { badgeHeader, isBadge } from './badge';
import { changedAt, heldIn, keep, shelfOf } from './held';
import { isLive, isManual, nodeOf } from './host';
import { create } from './subscriptions';
import { warn } from './warning';

/** A secret that is younger than this many milliseconds is not given up: what it does not fit was changed on its way. */
const trusted = 600_000;

/** Milliseconds between two tries: the other events of a burst cannot change what the first one finds. */
const pause = 60_000;

const tried = new Map<string, number>();

/**
 * What to do about a delivery that fits no signing secret. One of our own means that we lost its secret: the subscription
 * is made anew here, where n8n saves static data, and in the process that answers deliveries.
 *
 * @returns whether it comes from a subscription of our own. The event in it is not to be trusted all the same.
 */
export async function regainSecret(host: IWebhookFunctions): Promise<boolean> {
	if (isManual(host) || !isLive(host)) return false;
	const headers = host.getHeaderData();
	const shelf = shelfOf(host);
	if (!isBadge(shelf.data, headers[badgeHeader.toLowerCase()])) return false;
	const node = nodeOf(host);
	if (Date.now() - (tried.get(node) ?? 0) < pause) return true;
	tried.set(node, Date.now());
	try {
		const named = [...heldIn(shelf.data)].find(([, { id }]) => id === headers['x-webhook-subscription']);
		// Somebody had PagerDuty make a new secret.
		if (named && Date.now() - changedAt(shelf.data) > trusted) keep(shelf, named[0], { id: named[1].id });
		await create(host);
	} catch (error) {
		warn(host, 'a lost signing secret could not be replaced', error);
	}
	return true;
}
