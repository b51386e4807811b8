import type { IWebhookFunctions } from 'n8n-workflow';

import { isRefused } from '../api/errors';
import { badgeHeader, isBadge } from './badge';
import { doubtIn, isConfirmed, noteDoubt } from './doubts';
import { isWhole, keep, openShelf, type Held, type Shelf } from './held';
import { isLive, isManual, nodeOf } from './host';
import { pingSubscription } from './subscriptionApi';
import { reconcile } from './subscriptions';
import { isOurs, openWatch, planOf } from './watch';
import { warn } from './warning';

/** A secret that is younger than this many milliseconds is not given up: what it does not fit was changed on its way. */
const trusted = 600_000;

/** Milliseconds between two tries: the other events of a burst cannot change what the first one finds. */
const pause = 60_000;

interface Try {
	readonly at: number;
	/** Subscriptions that PagerDuty showed as somebody else's. */
	foreign: ReadonlySet<string>;
}

const tried = new Map<string, Try>();

/**
 * What to do about a delivery that fits no signing secret. One of our own means that we lost its secret: the subscription
 * is made anew here, where n8n saves static data, and in the process that answers deliveries.
 *
 * @param isTestEvent what it claims to be
 * @returns whether it comes from a subscription of our own. The event in it is not to be trusted all the same.
 */
export async function regainSecret(host: IWebhookFunctions, isTestEvent = false): Promise<boolean> {
	if (isManual(host) || !isLive(host)) return false;
	const headers = host.getHeaderData();
	const shelf = await openShelf(host);
	const hasSecrets = [...shelf.held.values()].some(isWhole);
	if (hasSecrets && !isBadge(shelf.data, headers[badgeHeader.toLowerCase()])) return false;
	const id = String(headers['x-webhook-subscription'] ?? '');
	const named = [...shelf.held].find(([, each]) => each.id === id);
	try {
		if (named && isWhole(named[1])) {
			if (!(await isGivenUp(host, shelf, named[1], isTestEvent))) return true;
			keep(shelf, named[0], { id });
		}
		return !(await isForeign(host, id));
	} catch (error) {
		warn(host, 'a lost signing secret could not be replaced', error);
		return true;
	}
}

/**
 * Whether a secret that we hold is of no use any more, because somebody had PagerDuty make another one. A delivery alone
 * does not prove that: anybody may send one. So PagerDuty's own test event decides.
 */
async function isGivenUp(
	host: IWebhookFunctions,
	{ data }: Shelf,
	{ id, since = 0 }: Held,
	isTestEvent: boolean,
): Promise<boolean> {
	if (Date.now() - since <= trusted) return false;
	const doubt = doubtIn(data, id);
	if (doubt === undefined) {
		const { api } = await openWatch(planOf(host));
		noteDoubt(data, id, { at: Date.now() });
		return await pingSubscription(api, id).then(
			() => false,
			(error: unknown) => {
				noteDoubt(data, id);
				// Then it is gone, and what came is no delivery of it.
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

/** Puts the node's subscriptions right, once a minute. @returns whether PagerDuty shows this one as somebody else's */
async function isForeign(host: IWebhookFunctions, id: string): Promise<boolean> {
	const node = nodeOf(host);
	const last = tried.get(node);
	if (last && Date.now() - last.at < pause) return last.foreign.has(id);
	const current: Try = { at: Date.now(), foreign: last?.foreign ?? new Set() };
	tried.set(node, current);
	const plan = planOf(host);
	const listed = await reconcile(host, plan);
	current.foreign = new Set(listed.filter((each) => !isOurs(plan, each)).map((each) => each.id));
	return current.foreign.has(id);
}
