import type { IHookFunctions } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import { forget, heldIn } from './held';
import { make } from './make';
import { wantedOf, type Wanted } from './scope';
import {
	deleteSubscription,
	enableSubscription,
	findSubscription,
	updateSubscription,
} from './subscriptionApi';
import { sweep } from './sweep';
import {
	authenticationOf,
	dataOf,
	fits,
	hasEvents,
	isAwake,
	isManual,
	isWhole,
	openWatch,
	type Watch,
} from './watch';
import { addressFault, assertReachable } from './webhookUrl';

/**
 * Whether PagerDuty sends this node exactly what its form says, and we can verify it. Only looks: what is missing or
 * different is put right by {@link create}, which n8n calls next.
 */
export async function checkExists(host: IHookFunctions): Promise<boolean> {
	if (isManual(host)) return true;
	const wanted = wantedOf(host);
	const held = heldIn(dataOf(host));
	if (held.size !== wanted.length || !wanted.every(({ key }) => isWhole(held.get(key)))) return false;
	const watch = await openWatch(host);
	for (const one of wanted) {
		const found = await findSubscription(watch.api, held.get(one.key)?.id ?? '');
		if (!found || !fits(watch, one, found) || !hasEvents(watch, found) || !isAwake(found)) return false;
	}
	return true;
}

/**
 * Makes what PagerDuty has equal to what the form says, one subscription for each service or team: keeps what is good,
 * changes events in place, wakes what is disabled, replaces what cannot be mended, and deletes what is not wanted any
 * more. Either all of it is there afterwards, or what it made is gone again and an error says why.
 *
 * @throws NodeApiError, NodeOperationError
 */
export async function create(host: IHookFunctions): Promise<boolean> {
	if (isManual(host)) return true;
	const wanted = wantedOf(host);
	await assertReachable(host, authenticationOf(host));
	const watch = await openWatch(host);
	const made: string[] = [];
	await (async () => {
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
	})().catch(async (error: unknown) => {
		throw withAdvice(error, await undo(watch, made));
	});
	return true;
}

/**
 * Deletes this node's subscriptions. Those that PagerDuty would not delete stay remembered, and the error names them.
 *
 * @throws NodeApiError
 */
export async function remove(host: IHookFunctions): Promise<boolean> {
	const keys = [...heldIn(dataOf(host)).keys()];
	if (isManual(host) && keys.length === 0) return true;
	const watch = await openWatch(host);
	const errors: unknown[] = [];
	for (const key of keys) await drop(watch, key).catch((error: unknown) => errors.push(error));
	if (errors.length > 0)
		throw withAdvice(
			errors[0],
			[...heldIn(watch.data).values()].map(({ id }) => id),
		);
	// With an address that was refused nothing was made, and the real PagerDuty need not be asked.
	const isSwept = isManual(host) || (await addressFault(host, authenticationOf(host))) !== undefined;
	if (!isSwept) await sweep(watch).catch((error: unknown) => warn(watch, error));
	return true;
}

/** @returns false when there is nothing that can be mended */
async function mend(watch: Watch, wanted: Wanted): Promise<boolean> {
	const held = heldIn(watch.data).get(wanted.key);
	if (!isWhole(held)) return false;
	let found = await findSubscription(watch.api, held.id);
	if (!found || !fits(watch, wanted, found)) return false;
	if (found.delivery_method.temporarily_disabled) found = await enableSubscription(watch.api, held.id);
	const change = {
		...(hasEvents(watch, found) ? {} : { events: watch.events }),
		...(found.active ? {} : { active: true as const }),
	};
	if (Object.keys(change).length > 0) await updateSubscription(watch.api, held.id, change);
	return true;
}

/** Deletes one that we hold, if we do, and only then forgets it. */
async function drop(watch: Watch, key: string): Promise<void> {
	const held = heldIn(watch.data).get(key);
	if (held) await deleteSubscription(watch.api, held.id);
	forget(watch.data, key);
}

/**
 * Takes back what a failed {@link create} made: n8n does not save static data after an error, so nobody would know of
 * it. @returns the IDs that PagerDuty would not delete
 */
async function undo(watch: Watch, made: string[]): Promise<string[]> {
	if (made.length === 0) return [];
	for (const key of made) await drop(watch, key).catch((error: unknown) => warn(watch, error));
	const left = made.flatMap((key) => heldIn(watch.data).get(key)?.id ?? []);
	await sweep(watch).catch((error: unknown) => warn(watch, error));
	return left;
}

function withAdvice(error: unknown, left: string[]): unknown {
	if (!(error instanceof NodeApiError || error instanceof NodeOperationError) || left.length === 0)
		return error;
	error.description =
		`${error.description ?? ''} These webhook subscriptions are still in PagerDuty: ${left.join(', ')}. Delete them there (Integrations > Generic Webhooks), or try again.`.trim();
	return error;
}

function warn({ host }: Watch, error: unknown): void {
	host.logger.warn('PagerDuty Trigger: a webhook subscription may be left in PagerDuty', {
		node: host.getNode().name,
		workflowId: host.getWorkflow().id,
		reason: error instanceof Error ? error.message : String(error),
	});
}
