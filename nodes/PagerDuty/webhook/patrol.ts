import { createHash } from 'node:crypto';
import type { ITriggerFunctions, ITriggerResponse, WorkflowActivateMode } from 'n8n-workflow';

import { compare, type Comparison } from './compare';
import { forgetNode, isOutdated, isWhole, sealAnew } from './held';
import { isManual, nodeOf } from './host';
import { restore, wake } from './restore';
import type { Wanted } from './scope';
import { listSubscriptions, pingSubscription, type Subscription } from './subscriptionApi';
import { inTurn } from './turns';
import { fits, openWatch, type Plan, type Watch } from './watch';
import { warn } from './warning';
import { assertReachable } from './webhookUrl';

/** A live node, and what it watches. */
interface Beat extends Plan {
	readonly wanted: readonly Wanted[];
}

/** The live nodes of this process. Patrols use what the last activation gave: only there n8n tells the webhook's address. */
const beats = new Map<string, Beat>();
const underway = new Map<string, Promise<void>>();

/** @param atOnce begins with one now, which nobody waits for: whatever PagerDuty does, n8n must go on starting */
export function beginPatrols(beat: Beat, atOnce: boolean): void {
	const node = nodeOf(beat.host);
	beats.set(node, beat);
	if (atOnce) void patrol(node);
}

/** @param plan of the node that is deactivated; the end of a test run, which has another address, changes nothing */
export function endPatrols({ host, url }: Plan): void {
	const node = nodeOf(host);
	if (beats.get(node)?.url !== url) return;
	beats.delete(node);
	forgetNode(node);
}

/** Whether n8n, or this one of several n8n, just took over workflows that were active before. */
export const followsStart = (activation: WorkflowActivateMode) =>
	activation === 'init' || activation === 'leadershipChange';

/**
 * Looks after the subscriptions of an active workflow every five minutes, so that what PagerDuty disabled or lost is
 * mended within 15 minutes even if a patrol or two fail. n8n 2 calls this and the lifecycle methods at the same time.
 */
export function keepPatrols(host: ITriggerFunctions): ITriggerResponse {
	if (host.getMode() !== 'trigger' || isManual(host)) return {};
	const node = nodeOf(host);
	// Each node has its own second, so that the many of one n8n do not ask all at once.
	const second = createHash('sha256').update(node).digest().readUInt32BE() % 60;
	host.helpers.registerCron({ expression: `${second} */5 * * * *` }, async () => await patrol(node));
	return {};
}

/** One patrol at a time. Never fails: the next one is near, and to n8n an error is a reason to deactivate the workflow. */
async function patrol(node: string): Promise<void> {
	const beat = beats.get(node);
	if (!beat) return;
	const current =
		underway.get(node) ??
		lookAround(node, beat)
			.catch((error: unknown) =>
				warn(beat.host, 'its webhook subscriptions could not be looked after', error),
			)
			.finally(() => underway.delete(node));
	underway.set(node, current);
	await current;
}

async function lookAround(node: string, beat: Beat): Promise<void> {
	// n8n started without its WEBHOOK_URL, say: what still sends to the old address must not be deleted for this one.
	await assertReachable(beat);
	const watch = await openWatch(beat);
	const found = compare(beat, beat.wanted, watch.held, await listSubscriptions(watch.api));
	await inTurn(node, async () => {
		// Deactivated or published anew in the meantime: then that is the last word.
		if (beats.get(node) === beat) await putRight(watch, beat.wanted, found);
	});
}

/**
 * n8n does not save static data for a patrol, and other processes may answer the deliveries. So whatever was made, or is
 * not what we know, is told to send its test event: who gets that either verifies it and has n8n save the secret, or
 * finds that the secret is lost and makes the subscription anew, where n8n does save it.
 */
async function putRight(watch: Watch, wanted: readonly Wanted[], found: Comparison): Promise<void> {
	const unknown = madeElsewhere(watch, found);
	if (unknown === undefined) {
		const made: string[] = [];
		await restore(watch, wanted, made);
		for (const id of made.flatMap((key) => watch.held.get(key)?.id ?? []))
			await pingSubscription(watch.api, id);
		return;
	}
	for (const each of [...found.kept.values(), ...unknown]) await wake(watch, each);
	const isStale = isOutdated(watch, watch.seal);
	if (isStale) sealAnew(watch, watch.seal);
	for (const { id } of isStale ? [...found.kept.values(), ...unknown] : unknown)
		await pingSubscription(watch.api, id);
}

/**
 * What another process may have made in place of what we know: exactly one for each that is missing.
 *
 * @returns undefined when something else is amiss
 */
function madeElsewhere(watch: Watch, { missing, surplus }: Comparison): readonly Subscription[] | undefined {
	const isLikely = missing.every(
		(one) =>
			isWhole(watch.held.get(one.key)) && surplus.filter((each) => fits(watch, one, each)).length === 1,
	);
	return isLikely && surplus.length === missing.length ? surplus : undefined;
}
