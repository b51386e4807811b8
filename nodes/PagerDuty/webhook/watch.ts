import { connect, type Api, type Authentication } from '../api/client';
import { truncate } from '../api/text';
import { openShelf, type Shelf } from './held';
import { authenticationOf, type WatchHost } from './host';
import { listOf } from '../fields/list';
import type { Wanted } from './scope';
import { sealOf, type Seal } from './seal';
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
	readonly seal: Seal;
}

/** Reads the form, and asks nobody. */
export const planOf = (host: WatchHost): Plan => ({
	host,
	authentication: authenticationOf(host),
	url: webhookUrlOf(host),
	events: listOf(host.getNodeParameter('events', [])),
	description: description(host),
});

/** Opens PagerDuty with the credential as it is now. @throws when the credential cannot be read */
export async function openWatch(plan: Plan): Promise<Watch> {
	const [api, seal, shelf] = [
		await connect(plan.host, plan.authentication, scopes),
		await sealOf(plan.host),
		await openShelf(plan.host),
	];
	// It would take secrets for lost that are not.
	if (shelf.trouble !== undefined) throw shelf.trouble;
	return { ...plan, ...shelf, api, seal };
}

/** The end of the description: by it, and by our address, a subscription is known as ours even when we lost its ID. */
const mark = (host: WatchHost) => `(workflow ${host.getWorkflow().id ?? 'without ID'})`;

/** Longer names are cut, so that the mark is never lost to a limit of PagerDuty's. */
const longestName = 80;

function description(host: WatchHost): string {
	const name = truncate((host.getWorkflow().name ?? '').replace(/\s+/g, ' ').trim(), longestName);
	return `n8n: ${name} ${mark(host)}`;
}

/** Whether it sends to this very node and was made by it. An address alone is not enough: anybody may enter it by hand. */
export const isOurs = ({ host, url }: Plan, subscription: Subscription) =>
	sendsTo(url, subscription) && (subscription.description ?? '').trim().endsWith(mark(host));

/** Whether a subscription sends to this node what is wanted; events can be changed, these two cannot. */
export const fits = (plan: Plan, { filter }: Wanted, subscription: Subscription) =>
	sendsTo(plan.url, subscription) &&
	subscription.filter.type === filter.type &&
	(subscription.filter.id ?? undefined) === filter.id;

export const isAwake = ({ active, delivery_method }: Subscription) =>
	active && delivery_method.temporarily_disabled !== true;

export const hasEvents = ({ events }: Plan, subscription: Subscription) =>
	[...events].sort().join() === [...subscription.events].sort().join();

export const sendsTo = (url: string, { delivery_method: { url: other } }: Subscription) => {
	if (!other || !URL.canParse(other) || !URL.canParse(url)) return false;
	return new URL(other).href === new URL(url).href;
};
