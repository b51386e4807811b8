import type { DesiredSubscription } from '../form/scope';
import type { Subscription } from './api';
import { fits, isCurrent, isOurs, type Origin } from './match';
import { hasSecret, type StoredSubscriptions } from './store';

/** What PagerDuty should have for a node. */
export interface Desired extends Origin {
	/** The event types that each subscription sends. */
	readonly events: readonly string[];
	/** None, when all of them are to go. */
	readonly subscriptions: readonly DesiredSubscription[];
}

/** How what PagerDuty has differs from what is desired. */
export interface Difference {
	/** What sends something desired to this node and can be verified, by the key of that. */
	readonly kept: ReadonlyMap<string, Subscription>;
	/** Kept ones that are disabled, switched off, or send other events. They can be mended in place. */
	readonly stale: readonly Subscription[];
	/** Desired, and nothing is kept for it. */
	readonly missing: readonly DesiredSubscription[];
	/** Ours, for something that is missing: its secret is not stored, so that its events cannot be verified. */
	readonly lost: readonly Subscription[];
	/** Ours, and nothing desired needs it. */
	readonly orphans: readonly Subscription[];
	/**
	 * Stored, although PagerDuty does not show it as ours: n8n has moved, or the workflow or the whole n8n is a copy. A
	 * stored ID proves nothing, because static data is copied along. So these are left alone.
	 */
	readonly unknown: readonly Subscription[];
}

/**
 * Compares what is desired, what is stored and what there is. Only PagerDuty's own data makes a subscription ours.
 *
 * @param actual every subscription that PagerDuty shows
 */
export function compare(
	desired: Desired,
	stored: StoredSubscriptions,
	actual: readonly Subscription[],
): Difference {
	const kept = new Map<string, Subscription>();
	for (const one of desired.subscriptions) {
		const known = stored.get(one.key);
		const found = actual.find((each) => each.id === known?.id && fits(desired, one, each));
		// One whose description somebody changed is kept as long as nothing about it has to be changed.
		const isUsable = found && (isOurs(desired, found) || isCurrent(desired.events, found));
		if (isUsable && hasSecret(known)) kept.set(one.key, found);
	}
	const missing = desired.subscriptions.filter(({ key }) => !kept.has(key));
	const keptIds = idsOf(kept);
	const others = actual.filter(({ id }) => !keptIds.has(id));
	const ours = others.filter((each) => isOurs(desired, each));
	const isForMissing = (each: Subscription) => missing.some((one) => fits(desired, one, each));
	const storedIds = idsOf(stored);
	return {
		kept,
		stale: [...kept.values()].filter((each) => !isCurrent(desired.events, each)),
		missing,
		lost: ours.filter(isForMissing),
		orphans: ours.filter((each) => !isForMissing(each)),
		unknown: others.filter((each) => !ours.includes(each) && storedIds.has(each.id)),
	};
}

/** Whether PagerDuty has exactly what is desired, and all of it can be verified. */
export const isInOrder = ({ missing, stale, orphans }: Difference): boolean =>
	missing.length + stale.length + orphans.length === 0;

/**
 * Whether each lost one may have been created by another process, which stores its secret, in place of what is stored
 * here: there is exactly one for each that is missing, and nothing else to delete.
 */
export const mayBeStoredElsewhere = (
	desired: Desired,
	stored: StoredSubscriptions,
	{ missing, lost, orphans }: Difference,
): boolean =>
	orphans.length === 0 &&
	lost.length === missing.length &&
	missing.every(
		(one) => hasSecret(stored.get(one.key)) && lost.filter((each) => fits(desired, one, each)).length === 1,
	);

const idsOf = (subscriptions: ReadonlyMap<string, { readonly id: string }>): ReadonlySet<string> =>
	new Set([...subscriptions.values()].map(({ id }) => id));
