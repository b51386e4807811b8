import { createHash } from 'node:crypto';
import type { ITriggerFunctions, ITriggerResponse, WorkflowActivateMode } from 'n8n-workflow';

import { nodeKey } from '../../host/nodeKey';
import { isManual } from '../host';
import { warn } from '../log';
import { serialize } from '../../api/serialize';
import { listSubscriptions, pingSubscription } from './api';
import { compare, mayBeStoredElsewhere, type Difference } from './compare';
import { openSession, type Plan, type Session } from './plan';
import { mend, reconcileOnce } from './reconcile';
import { forgetNode } from './store';
import { assertReachable } from './webhookUrl';

/** The plans of the live nodes of this process, as of their last activation: only there n8n tells the webhook's address. */
const livePlans = new Map<string, Plan>();
/** The resync that runs for a node. */
const running = new Map<string, Promise<void>>();

/** @param atOnce also resyncs now, unawaited, so that PagerDuty cannot delay n8n's start */
export function startResync(plan: Plan, atOnce: boolean): void {
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

async function resyncLive(node: string, plan: Plan): Promise<void> {
	// If n8n was started without its WEBHOOK_URL, say, what still sends to the old address must not be deleted.
	await assertReachable(plan);
	const session = await openSession(plan);
	// Listed before its turn, so that a slow PagerDuty holds up nobody who deactivates the workflow.
	const difference = compare(session, session.store.entries, await listSubscriptions(session.api));
	await serialize(node, async () => {
		// Unless it was deactivated or published anew in the meantime.
		if (livePlans.get(node) === plan) await putRight(session, difference);
	});
}

/**
 * n8n does not save static data after a resync, and other processes may answer the deliveries. So PagerDuty is asked to
 * send its test event for whatever was created, or is not what is stored: the process that gets it either verifies it and
 * has n8n save the secret, or finds that the secret is lost and replaces the subscription, where n8n does save it.
 */
async function putRight(session: Session, difference: Difference): Promise<void> {
	const { api, cipher, store } = session;
	const { kept, stale, lost } = difference;
	if (!mayBeStoredElsewhere(session, store.entries, difference)) {
		const created: string[] = [];
		// It lists anew, because a delivery may have reconciled before this one had its turn.
		await reconcileOnce(session, created);
		for (const { id } of created.flatMap((key) => store.entries.get(key) ?? []))
			await pingSubscription(api, id);
		return;
	}
	for (const each of [...stale, ...lost]) await mend(session, each);
	const isOutdated = store.isOutdated(cipher);
	if (isOutdated) store.encryptAnew(cipher);
	for (const { id } of isOutdated ? [...kept.values(), ...lost] : lost) await pingSubscription(api, id);
}
