import { connect, type Api, type Authentication } from '../api/client';
import { shelfOf, type Held, type Shelf } from './held';
import { authenticationOf, type WatchHost } from './host';
import { listOf } from '../fields/list';
import type { Wanted } from './scope';
import { scopes, type Subscription } from './subscriptionApi';
import { webhookUrlOf } from './webhookUrl';

/** One trigger node in one workflow, as its form describes it. */
export interface Plan {
	readonly host: WatchHost;
	readonly authentication: Authentication;
	readonly url: string;
	readonly events: string[];
	/** Names the workflow, so that a person finds it in PagerDuty. */
	readonly description: string;
}

/** A plan with what it takes to carry it out. */
export interface Watch extends Plan, Shelf {
	readonly api: Api;
}

/** Reads the form, and asks nobody. */
export const planOf = (host: WatchHost): Plan => ({
	host,
	authentication: authenticationOf(host),
	url: webhookUrlOf(host),
	events: listOf(host.getNodeParameter('events', [])),
	description: description(host),
});

/** Opens PagerDuty with the credential as it is now. */
export const openWatch = async (plan: Plan): Promise<Watch> => ({
	...plan,
	...shelfOf(plan.host),
	api: await connect(plan.host, plan.authentication, scopes),
});

/** The end of the description: by it, and by our address, a subscription is known as ours even when we lost its ID. */
const mark = (host: WatchHost) => `(workflow ${host.getWorkflow().id ?? 'without ID'})`;

/** Longer names are cut, so that the mark is never lost to a limit of PagerDuty's. */
const longestName = 80;

function description(host: WatchHost): string {
	const name = (host.getWorkflow().name ?? '').replace(/\s+/g, ' ').trim().slice(0, longestName).trim();
	return `n8n: ${name} ${mark(host)}`;
}

/** Whether it sends to this very node and was made by it. An address alone is not enough: anybody may enter it by hand. */
export const isOurs = ({ host, url }: Plan, subscription: Subscription) =>
	sameUrl(subscription.delivery_method.url, url) &&
	(subscription.description ?? '').trim().endsWith(mark(host));

/** Whether a subscription sends to this node what is wanted; events can be changed, these two cannot. */
export const fits = (plan: Plan, { filter }: Wanted, subscription: Subscription) =>
	sameUrl(subscription.delivery_method.url, plan.url) &&
	subscription.filter.type === filter.type &&
	(subscription.filter.id ?? undefined) === filter.id;

export const isAwake = ({ active, delivery_method }: Subscription) =>
	active && delivery_method.temporarily_disabled !== true;

export const hasEvents = ({ events }: Plan, subscription: Subscription) =>
	[...events].sort().join() === [...subscription.events].sort().join();

/** Without its secret a subscription is none: nothing that it sends can be trusted. */
export const isWhole = (held: Held | undefined): held is Required<Held> => held?.secret !== undefined;

const sameUrl = (one: string | null | undefined, other: string) => {
	if (!one || !URL.canParse(one) || !URL.canParse(other)) return false;
	return new URL(one).href === new URL(other).href;
};
