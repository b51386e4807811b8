import type { Subscription } from '../world/entities';
import type { World } from '../world/world';

/** Deliveries in a row that were given up, after which PagerDuty disables a subscription. */
const dropsUntilDisabled = 3;

/** Ends a temporary disabling whose time is over. Called wherever a subscription is looked at. */
export function wake(world: World, subscription: Subscription): Subscription {
	const { disabledUntil } = subscription;
	if (disabledUntil !== null && Date.parse(disabledUntil) <= world.clock.now().getTime())
		enable(subscription);
	return subscription;
}

export function enable(subscription: Subscription): void {
	subscription.active = true;
	subscription.disabledUntil = null;
	subscription.drops = 0;
}

/** Counts a delivery that was given up; the third in a row disables the subscription for `disabledMs`. */
export function countDrop(world: World, subscription: Subscription, disabledMs: number): void {
	subscription.drops += 1;
	if (subscription.drops < dropsUntilDisabled) return;
	subscription.active = false;
	subscription.disabledUntil = new Date(world.clock.now().getTime() + disabledMs).toISOString();
}

/** What an event is about, for the filter of a subscription. */
export interface Subject {
	serviceId?: string;
	teamIds?: string[];
	/** Events about the same incident are delivered in order. */
	incidentId?: string;
}

/** Whether a subscription wants an event of this type about this subject. */
export function wants(subscription: Subscription, eventType: string, subject: Subject): boolean {
	const { filter } = subscription;
	if (!subscription.active || !subscription.events.includes(eventType)) return false;
	if (filter.type === 'account_reference') return true;
	if (filter.id === undefined) return false;
	return filter.type === 'service_reference'
		? subject.serviceId === filter.id
		: (subject.teamIds ?? []).includes(filter.id);
}
