import type { IWebhookFunctions } from 'n8n-workflow';

import { isRefused } from '../../../api/errors';
import { desiredSubscriptions } from '../../form/scope';
import { nodeKey } from '../../../host/nodeKey';
import { isLive, isManual } from '../../host';
import { warn } from '../../log';
import { pingSubscription } from '../api';
import { isOurs } from '../match';
import { openSession, planOf } from '../plan';
import { reconcile } from '../reconcile';
import { hasSecret, SubscriptionStore, type StoredSubscription } from '../store';
import { doubtIn, isConfirmed, noteDoubt } from './doubts';
import { isOriginToken, originHeader } from './originToken';

/** Milliseconds in which a mismatch means that the body was altered on its way, and not that the secret was replaced. */
const trusted = 600_000;

/** Milliseconds between two reconciliations: the other events of a burst would find the same as the first one. */
const pause = 60_000;

interface Recovery {
	readonly at: number;
	/** IDs of subscriptions that PagerDuty showed as somebody else's. */
	foreign: ReadonlySet<string>;
}

const lastRecoveries = new Map<string, Recovery>();

/**
 * Handles a delivery that fits no signing secret. If it comes from a subscription of ours, its secret was lost: the
 * subscription is created anew here, because n8n saves static data after a delivery, in the process that answers them.
 *
 * @param isTestEvent what the delivery claims to be
 * @returns whether it comes from a subscription of ours. Its event must not be accepted all the same
 */
export async function recoverSecret(host: IWebhookFunctions, isTestEvent = false): Promise<boolean> {
	if (isManual(host) || !isLive(host)) return false;
	const headers = host.getHeaderData();
	const store = await SubscriptionStore.open(host);
	const hasSecrets = [...store.entries.values()].some(hasSecret);
	if (hasSecrets && !isOriginToken(store.data, headers[originHeader.toLowerCase()])) return false;
	const id = String(headers['x-webhook-subscription'] ?? '');
	const named = [...store.entries].find(([, each]) => each.id === id);
	try {
		if (named && hasSecret(named[1])) {
			if (!(await isReplaced(host, store, named[1], isTestEvent))) return true;
			store.put(named[0], { id });
		}
		return !(await isForeign(host, id));
	} catch (error) {
		warn(host, 'a lost signing secret could not be replaced', error);
		return true;
	}
}

/**
 * Handles a test event whose signature fits. It clears doubts about the secret that it was signed with, and n8n saves
 * static data after it: a resync asks for one when there is something to save.
 *
 * @param isSignedWith whether the test event was signed with this secret
 */
export async function noteTestEvent(
	host: IWebhookFunctions,
	isSignedWith: (secret: string) => boolean,
): Promise<void> {
	if (isManual(host) || !isLive(host)) return;
	const store = await SubscriptionStore.open(host);
	for (const stored of store.entries.values()) {
		const doubt = hasSecret(stored) ? doubtIn(store.data, stored.id) : undefined;
		if (doubt && hasSecret(stored) && isSignedWith(stored.secret))
			noteDoubt(store.data, stored.id, { ...doubt, result: 'cleared' });
	}
	await store.tryEncryptAnew(host);
}

/**
 * Whether a stored secret is of no use any more, because somebody had PagerDuty make another one. Anybody may send a
 * delivery that does not fit, so PagerDuty's own test event decides.
 */
async function isReplaced(
	host: IWebhookFunctions,
	{ data }: SubscriptionStore,
	{ id, since = 0 }: StoredSubscription,
	isTestEvent: boolean,
): Promise<boolean> {
	if (Date.now() - since <= trusted) return false;
	const doubt = doubtIn(data, id);
	if (doubt === undefined) {
		const { api } = await openSession(planOf(host));
		noteDoubt(data, id, { at: Date.now() });
		return await pingSubscription(api, id).then(
			() => false,
			(error: unknown) => {
				noteDoubt(data, id);
				// Then the subscription is gone, and the delivery did not come from it.
				if (isRefused(error, '404')) return false;
				throw error;
			},
		);
	}
	if (doubt.result === 'cleared') return false;
	if (isTestEvent && doubt.result === undefined) noteDoubt(data, id, { ...doubt, result: 'failed' });
	if (!isConfirmed(doubt)) return false;
	noteDoubt(data, id);
	return true;
}

/** Reconciles the node's subscriptions, at most once a minute. @returns whether PagerDuty shows this one as somebody else's */
async function isForeign(host: IWebhookFunctions, id: string): Promise<boolean> {
	const node = nodeKey(host);
	const last = lastRecoveries.get(node);
	if (last && Date.now() - last.at < pause) return last.foreign.has(id);
	const current: Recovery = { at: Date.now(), foreign: last?.foreign ?? new Set() };
	lastRecoveries.set(node, current);
	const plan = planOf(host, desiredSubscriptions(host));
	const actual = await reconcile(plan);
	current.foreign = new Set(actual.filter((each) => !isOurs(plan, each)).map((each) => each.id));
	return current.foreign.has(id);
}
