import type { IHookFunctions } from 'n8n-workflow';

import { compare, isInOrder } from './compare';
import { isWhole, openShelf, retain, sealAnew } from './held';
import { isLive, isManual, nodeOf, type WatchHost } from './host';
import { warnOfLeftovers, withLeftovers } from './leftovers';
import { beginPatrols, followsStart } from './patrol';
import { restore } from './restore';
import { wantedOf } from './scope';
import { sealOf } from './seal';
import { listSubscriptions, type Subscription } from './subscriptionApi';
import { sweep } from './sweep';
import { inTurn } from './turns';
import { openWatch, planOf, type Plan, type Watch } from './watch';
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
	const wanted = wantedOf(host);
	const shelf = await openShelf(host);
	if (isLive(host)) {
		// From here on n8n saves it, in time for the patrols.
		await sealOf(host).then(
			(seal) => sealAnew(shelf, seal),
			() => 'whatever comes next needs the credential too, and says so',
		);
		beginPatrols({ ...plan, wanted }, atStart);
		if (atStart) return true;
	}
	if (shelf.held.size !== wanted.length || !wanted.every(({ key }) => isWhole(shelf.held.get(key))))
		return false;
	const watch = await openWatch(plan);
	return isInOrder(plan, compare(plan, wanted, watch.held, await listSubscriptions(watch.api)));
}

/**
 * Makes what PagerDuty has equal to what the form says. Either all of it is there afterwards, or what it made is gone
 * again and an error says why.
 *
 * @throws NodeApiError, NodeOperationError
 */
export async function create(host: WatchHost): Promise<boolean> {
	if (isManual(host)) return true;
	await reconcile(host, planOf(host));
	return true;
}

/** {@link create} for an automatic subscription. @returns what PagerDuty had before */
export async function reconcile(host: WatchHost, plan: Plan): Promise<readonly Subscription[]> {
	const wanted = wantedOf(host);
	await assertReachable(plan);
	return await inTurn(nodeOf(host), async () => {
		const watch = await openWatch(plan);
		const made: string[] = [];
		return await restore(watch, wanted, made).catch(async (error: unknown) => {
			throw withLeftovers(error, await undo(watch, made));
		});
	});
}

/**
 * Takes back what a failed {@link create} made: n8n does not save static data after an error, so nobody would know of
 * it. @returns the IDs that PagerDuty would not delete
 */
async function undo(watch: Watch, made: readonly string[]): Promise<string[]> {
	if (made.length === 0) return [];
	const ids = made.flatMap((key) => watch.held.get(key)?.id ?? []);
	retain(watch, (key) => !made.includes(key));
	const { left, errors } = await sweep(watch).catch((error: unknown) => ({ left: ids, errors: [error] }));
	for (const error of errors) warnOfLeftovers(watch.host, error);
	return left;
}
