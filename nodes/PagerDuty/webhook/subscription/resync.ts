import { createHash } from 'node:crypto';
import type { ITriggerFunctions, ITriggerResponse, WorkflowActivateMode } from 'n8n-workflow';

import type { DesiredSubscription } from '../form/scope';
import { isManual, nodeKey } from '../host';
import { warn } from '../log';
import { serialize } from '../serialize';
import { listSubscriptions, pingSubscription, type Subscription } from './api';
import { compare, type Comparison } from './compare';
import { fits, openSession, type Plan, type Session } from './plan';
import { mend, reconcile } from './reconcile';
import { forgetNode, hasSecret } from './store';
import { assertReachable } from './webhookUrl';

/** The plan of a live node. */
interface LivePlan extends Plan {
	readonly desired: readonly DesiredSubscription[];
}

/** The live nodes of this process, as they were last activated: only there n8n tells the webhook's address. */
const livePlans = new Map<string, LivePlan>();
/** The resync that runs for a node. */
const running = new Map<string, Promise<void>>();

/** @param atOnce also resyncs now, unawaited, so that PagerDuty cannot delay n8n's start */
export function startResync(plan: LivePlan, atOnce: boolean): void {
	const node = nodeKey(plan.host);
	livePlans.set(node, plan);
	if (atOnce) void resync(node);
}

/** @param plan of the node that is deactivated; the end of a test run, which has another address, changes nothing */
export function stopResync({ host, url }: Plan): void {
	const node = nodeKey(host);
	if (livePlans.get(node)?.url !== url) return;
	livePlans.delete(node);
	forgetNode(node);
}

/** Whether n8n started, or became the leader of several n8n, and takes over workflows that were active before. */
export const followsStart = (activation: WorkflowActivateMode) =>
	activation === 'init' || activation === 'leadershipChange';

/**
 * Resyncs the subscriptions of an active workflow every five minutes, so that what PagerDuty disabled or lost is mended
 * within 15 minutes even if one or two resyncs fail. n8n 2 calls this and the lifecycle methods at the same time.
 */
export function scheduleResync(host: ITriggerFunctions): ITriggerResponse {
	if (host.getMode() !== 'trigger' || isManual(host)) return {};
	const node = nodeKey(host);
	// Each node has its own second, so that the many of one n8n do not ask PagerDuty all at once.
	const second = createHash('sha256').update(node).digest().readUInt32BE() % 60;
	host.helpers.registerCron({ expression: `${second} */5 * * * *` }, async () => await resync(node));
	return {};
}

/** One resync at a time. Never fails: the next one is near, and n8n deactivates a workflow for an error. */
async function resync(node: string): Promise<void> {
	const plan = livePlans.get(node);
	if (!plan) return;
	const current =
		running.get(node) ??
		resyncLive(node, plan)
			.catch((error: unknown) =>
				warn(plan.host, 'its webhook subscriptions could not be looked after', error),
			)
			.finally(() => running.delete(node));
	running.set(node, current);
	await current;
}

async function resyncLive(node: string, plan: LivePlan): Promise<void> {
	// If n8n was started without its WEBHOOK_URL, say, what still sends to the old address must not be deleted.
	await assertReachable(plan);
	const session = await openSession(plan);
	const found = compare(plan, plan.desired, session.store.entries, await listSubscriptions(session.api));
	await serialize(node, async () => {
		// Unless it was deactivated or published anew in the meantime.
		if (livePlans.get(node) === plan) await putRight(session, plan.desired, found);
	});
}

/**
 * n8n does not save static data after a resync, and other processes may answer the deliveries. So PagerDuty is asked to
 * send its test event for whatever was created, or is not what is stored: the process that gets it either verifies it and
 * has n8n save the secret, or finds that the secret is lost and replaces the subscription, where n8n does save it.
 */
async function putRight(
	session: Session,
	desired: readonly DesiredSubscription[],
	found: Comparison,
): Promise<void> {
	const unknown = madeElsewhere(session, found);
	if (unknown === undefined) {
		const made: string[] = [];
		await reconcile(session, desired, made);
		for (const id of made.flatMap((key) => session.store.entries.get(key)?.id ?? []))
			await pingSubscription(session.api, id);
		return;
	}
	for (const each of [...found.kept.values(), ...unknown]) await mend(session, each);
	const isOutdated = session.store.isOutdated(session.cipher);
	if (isOutdated) session.store.encryptAnew(session.cipher);
	for (const { id } of isOutdated ? [...found.kept.values(), ...unknown] : unknown)
		await pingSubscription(session.api, id);
}

/**
 * What another process may have made in place of what is stored: exactly one for each that is missing.
 *
 * @returns undefined when something else is amiss
 */
function madeElsewhere(
	session: Session,
	{ missing, surplus }: Comparison,
): readonly Subscription[] | undefined {
	const isLikely = missing.every(
		(one) =>
			hasSecret(session.store.entries.get(one.key)) &&
			surplus.filter((each) => fits(session, one, each)).length === 1,
	);
	return isLikely && surplus.length === missing.length ? surplus : undefined;
}
