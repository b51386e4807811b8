import type { StoredSubscription } from './store';
import { hasSecret } from './store';
import type { DesiredSubscription } from '../form/scope';
import type { Subscription } from './api';
import { fits, hasEvents, isAwake, isOurs, type Plan } from './plan';

/** How what PagerDuty has differs from what a trigger wants. */
export interface Comparison {
	/** What delivers to this node and can be verified, by the key of what it watches. It may have to be woken, or given other events. */
	readonly kept: ReadonlyMap<string, Subscription>;
	readonly missing: readonly DesiredSubscription[];
	/** What this node made, and cannot use. */
	readonly surplus: readonly Subscription[];
	/**
	 * What this node remembers although PagerDuty does not show it as its own: n8n has moved, or the workflow or the
	 * whole n8n is a copy. An ID in static data proves nothing, because static data is copied along.
	 */
	readonly foreign: readonly Subscription[];
}

/** @param listed every subscription that PagerDuty shows */
export function compare(
	plan: Plan,
	wanted: readonly DesiredSubscription[],
	held: ReadonlyMap<string, StoredSubscription>,
	listed: readonly Subscription[],
): Comparison {
	const kept = new Map<string, Subscription>();
	for (const one of wanted) {
		const ours = held.get(one.key);
		const found = listed.find((each) => each.id === ours?.id && fits(plan, one, each));
		// One whose description somebody changed is good as long as nothing about it has to be changed.
		if (found && hasSecret(ours) && (isOurs(plan, found) || isGood(plan, found))) kept.set(one.key, found);
	}
	const keptIds = new Set([...kept.values()].map(({ id }) => id));
	const heldIds = new Set([...held.values()].map(({ id }) => id));
	const others = listed.filter(({ id }) => !keptIds.has(id));
	return {
		kept,
		missing: wanted.filter(({ key }) => !kept.has(key)),
		surplus: others.filter((each) => isOurs(plan, each)),
		foreign: others.filter((each) => !isOurs(plan, each) && heldIds.has(each.id)),
	};
}

/** Whether nothing has to be done. */
export const isInOrder = (plan: Plan, { kept, missing, surplus }: Comparison) =>
	missing.length === 0 && surplus.length === 0 && [...kept.values()].every((each) => isGood(plan, each));

const isGood = (plan: Plan, subscription: Subscription) =>
	isAwake(subscription) && hasEvents(plan, subscription);
