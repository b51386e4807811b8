import type { IHookFunctions } from 'n8n-workflow';

import { compare } from './compare';
import { openShelf, retain, type Shelf } from './held';
import { isManual, nodeOf } from './host';
import { warnOfLeftovers, withLeftovers } from './leftovers';
import { endPatrols } from './patrol';
import { warnOfForeign } from './restore';
import { listSubscriptions } from './subscriptionApi';
import { deleteAll } from './sweep';
import { inTurn } from './turns';
import { openWatch, planOf, type Plan } from './watch';
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

async function removeAll(plan: Plan, shelf: Shelf): Promise<void> {
	const watch = await openWatch(plan);
	const holdsNone = shelf.held.size === 0;
	// With an address that was refused nothing was made, and the real PagerDuty need not be asked.
	if (holdsNone && (await addressFault(plan)) !== undefined) return;
	const listed = await listSubscriptions(watch.api).catch((error: unknown) => {
		if (!holdsNone) throw error;
		warnOfLeftovers(plan.host, error);
		return [];
	});
	const { surplus, foreign } = compare(plan, [], shelf.held, listed);
	const { left, errors } = await deleteAll(watch, surplus);
	warnOfForeign(plan, foreign);
	const staying = new Set([...shelf.held].filter(([, { id }]) => left.includes(id)).map(([key]) => key));
	retain(shelf, (key) => staying.has(key));
	if (errors.length === 0) return;
	if (!holdsNone) throw errors[0];
	for (const error of errors) warnOfLeftovers(plan.host, error);
}
