import type { DesiredSubscription } from '../form/scope';
import type { Subscription } from './api';

/** By what PagerDuty's own data shows a subscription as one of a node. */
export interface Origin {
	/** The address that PagerDuty sends the node's events to. */
	readonly url: string;
	/** Names the workflow at the end of the description. */
	readonly mark: string;
}

/** Whether it sends to this very node and was created by it. The address alone proves nothing: people enter it by hand. */
export const isOurs = ({ url, mark }: Origin, subscription: Subscription): boolean =>
	sendsTo(url, subscription) && (subscription.description ?? '').trim().endsWith(mark);

/** Whether a subscription sends to this node what is desired. Its events can be changed, its address and filter cannot. */
export const fits = (
	{ url }: Pick<Origin, 'url'>,
	desired: DesiredSubscription,
	subscription: Subscription,
): boolean => sendsTo(url, subscription) && hasFilter(desired, subscription);

/** Whether it is for the same account, service or team. */
export const hasFilter = ({ filter: { type, id } }: DesiredSubscription, { filter }: Subscription): boolean =>
	filter.type === type && (filter.id ?? undefined) === id;

/** Whether it delivers, and exactly these events. */
export const isCurrent = (events: readonly string[], subscription: Subscription): boolean =>
	subscription.active &&
	subscription.delivery_method.temporarily_disabled !== true &&
	hasEvents(events, subscription);

/** The order of events means nothing. */
export const hasEvents = (events: readonly string[], subscription: Subscription): boolean =>
	[...events].sort().join() === [...subscription.events].sort().join();

/** Whether two addresses are the same, however they are spelled. */
export function sendsTo(url: string, { delivery_method: { url: other } }: Subscription): boolean {
	if (!other || !URL.canParse(other) || !URL.canParse(url)) return false;
	return new URL(other).href === new URL(url).href;
}
