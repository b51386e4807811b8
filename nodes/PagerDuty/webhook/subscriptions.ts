import type { IHookFunctions } from 'n8n-workflow';

import { isNodeError } from '../api/nodeErrors';
import { badgeIn } from './badge';
import { heldIn, shelfOf } from './held';
import { isLive, isManual, nodeOf, type WatchHost } from './host';
import { beginPatrols, endPatrols, followsStart } from './patrol';
import { drop, restore } from './restore';
import { wantedOf, type Wanted } from './scope';
import { findSubscription } from './subscriptionApi';
import { sweep } from './sweep';
import { inTurn } from './turns';
import { fits, hasEvents, isAwake, isWhole, openWatch, planOf, type Plan, type Watch } from './watch';
import { warn } from './warning';
import { addressFault, assertReachable } from './webhookUrl';

/**
 * Whether PagerDuty sends this node exactly what its form says, and we can verify it. Only looks: what is missing or
 * different is put right by {@link create}, which n8n calls next. When n8n starts, the first patrol does both: n8n waits
 * for this with everything else it has to activate, and takes an error for a reason to delete what there is.
 */
export async function checkExists(host: IHookFunctions): Promise<boolean> {
	if (isManual(host)) return true;
	const plan = planOf(host);
	const wanted = wantedOf(host);
	if (isLive(host)) {
		// From here on n8n saves it, in time for the patrols.
		badgeIn(shelfOf(host).data);
		const atStart = followsStart(host.getActivationMode());
		beginPatrols({ ...plan, wanted }, atStart);
		if (atStart) return true;
	}
	return await isInOrder(plan, wanted);
}

async function isInOrder(plan: Plan, wanted: readonly Wanted[]): Promise<boolean> {
	const held = heldIn(shelfOf(plan.host).data);
	if (held.size !== wanted.length || !wanted.every(({ key }) => isWhole(held.get(key)))) return false;
	const watch = await openWatch(plan);
	for (const one of wanted) {
		const found = await findSubscription(watch.api, held.get(one.key)?.id ?? '');
		if (!found || !fits(watch, one, found) || !hasEvents(watch, found) || !isAwake(found)) return false;
	}
	return true;
}

/**
 * Makes what PagerDuty has equal to what the form says. Either all of it is there afterwards, or what it made is gone
 * again and an error says why.
 *
 * @throws NodeApiError, NodeOperationError
 */
export async function create(host: WatchHost): Promise<boolean> {
	if (isManual(host)) return true;
	const wanted = wantedOf(host);
	const plan = planOf(host);
	await assertReachable(plan);
	return await inTurn(nodeOf(host), async () => {
		const watch = await openWatch(plan);
		const made: string[] = [];
		await restore(watch, wanted, made).catch(async (error: unknown) => {
			throw withAdvice(error, await undo(watch, made));
		});
		return true;
	});
}

/**
 * Deletes this node's subscriptions. Those that PagerDuty would not delete stay remembered, and the error names them.
 *
 * @throws NodeApiError
 */
export async function remove(host: IHookFunctions): Promise<boolean> {
	const plan = planOf(host);
	endPatrols(plan);
	const keys = [...heldIn(shelfOf(host).data).keys()];
	if (isManual(host) && keys.length === 0) return true;
	return await inTurn(nodeOf(host), async () => {
		const watch = await openWatch(plan);
		const errors: unknown[] = [];
		for (const key of keys) await drop(watch, key).catch((error: unknown) => errors.push(error));
		if (errors.length > 0)
			throw withAdvice(
				errors[0],
				[...heldIn(watch.data).values()].map(({ id }) => id),
			);
		// With an address that was refused nothing was made, and the real PagerDuty need not be asked.
		const isSwept = isManual(host) || (await addressFault(plan)) !== undefined;
		if (!isSwept) await sweep(watch).catch((error: unknown) => warnOfLeftovers(watch, error));
		return true;
	});
}

/**
 * Takes back what a failed {@link create} made: n8n does not save static data after an error, so nobody would know of
 * it. @returns the IDs that PagerDuty would not delete
 */
async function undo(watch: Watch, made: string[]): Promise<string[]> {
	if (made.length === 0) return [];
	for (const key of made) await drop(watch, key).catch((error: unknown) => warnOfLeftovers(watch, error));
	const left = made.flatMap((key) => heldIn(watch.data).get(key)?.id ?? []);
	await sweep(watch).catch((error: unknown) => warnOfLeftovers(watch, error));
	return left;
}

function withAdvice(error: unknown, left: string[]): unknown {
	if (!isNodeError(error) || left.length === 0) return error;
	error.description =
		`${error.description ?? ''} These webhook subscriptions are still in PagerDuty: ${left.join(', ')}. Delete them there (Integrations > Generic Webhooks), or try again.`.trim();
	return error;
}

const warnOfLeftovers = ({ host }: Watch, error: unknown) =>
	warn(host, 'a webhook subscription may be left in PagerDuty', error);
