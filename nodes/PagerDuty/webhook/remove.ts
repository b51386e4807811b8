import type { IHookFunctions } from 'n8n-workflow';

import { openShelf, retain, type Shelf } from './held';
import { isManual, nodeOf } from './host';
import { warnOfLeftovers, withLeftovers } from './leftovers';
import { endPatrols } from './patrol';
import { warnOfForeign } from './restore';
import { deleteSubscription, findSubscription } from './subscriptionApi';
import { sweep } from './sweep';
import { inTurn } from './turns';
import { isOurs, openWatch, planOf, type Plan, type Watch } from './watch';
import { addressFault } from './webhookUrl';

/**
 * Deletes this node's subscriptions. Those that PagerDuty would not delete stay remembered, and the error and n8n's log
 * name them.
 *
 * @throws NodeApiError
 */
export async function remove(host: IHookFunctions): Promise<boolean> {
	const plan = planOf(host);
	endPatrols(plan);
	const shelf = await openShelf(host);
	if (isManual(host) && shelf.held.size === 0) return true;
	return await inTurn(nodeOf(host), async () => {
		await removeAll(plan, shelf).catch((error: unknown) => {
			const left = [...shelf.held.values()].map(({ id }) => id);
			if (left.length > 0) warnOfLeftovers(host, error, left);
			throw withLeftovers(error, left);
		});
		return true;
	});
}

/** Looks up each that is remembered, so that none stays for the only reason that PagerDuty does not give its list. */
async function removeAll(plan: Plan, shelf: Shelf): Promise<void> {
	const watch = await openWatch(plan);
	const errors: unknown[] = [];
	for (const [key, { id }] of shelf.held) {
		await removeOurs(watch, id).then(
			() => retain(shelf, (each) => each !== key),
			(error: unknown) => errors.push(error),
		);
	}
	if (errors.length > 0) throw errors[0];
	// With an address that was refused nothing was made, and the real PagerDuty need not be asked.
	if (isManual(plan.host) || (await addressFault(plan)) !== undefined) return;
	const swept = await sweep({ ...watch, held: shelf.held }).catch((error: unknown) => ({ errors: [error] }));
	for (const error of swept.errors) warnOfLeftovers(plan.host, error);
}

/** Deletes a remembered one if PagerDuty itself shows it as this node's. */
async function removeOurs(watch: Watch, id: string): Promise<void> {
	const found = await findSubscription(watch.api, id);
	if (found === undefined) return;
	if (isOurs(watch, found)) await deleteSubscription(watch.api, id);
	else warnOfForeign(watch, [found]);
}
