import type { IDataObject, IHookFunctions } from 'n8n-workflow';

import { connect, type Api, type Authentication } from '../api/client';
import type { Held } from './held';
import { listOf } from '../fields/list';
import type { Wanted } from './scope';
import { scopes, type Subscription } from './subscriptionApi';
import { webhookUrlOf } from './webhookUrl';

/** One trigger node in one workflow, as its subscriptions see it. */
export interface Watch {
	readonly host: IHookFunctions;
	readonly api: Api;
	/** The node's static data, which n8n saves after a lifecycle method that did not throw. */
	readonly data: IDataObject;
	readonly url: string;
	readonly events: string[];
	/** Names the workflow, so that a person finds it in PagerDuty. */
	readonly description: string;
}

export const isManual = (host: IHookFunctions) =>
	host.getNodeParameter('subscription', 'automatic') === 'manual';

export const dataOf = (host: IHookFunctions) => host.getWorkflowStaticData('node');

export const authenticationOf = (host: IHookFunctions) =>
	host.getNodeParameter('authentication', 'token') as Authentication;

export async function openWatch(host: IHookFunctions): Promise<Watch> {
	return {
		host,
		api: await connect(host, authenticationOf(host), scopes),
		data: dataOf(host),
		url: webhookUrlOf(host),
		events: listOf(host.getNodeParameter('events', [])),
		description: description(host),
	};
}

/** The end of the description: by it, and by our address, a subscription is known as ours even when we lost its ID. */
const mark = (host: IHookFunctions) => `(workflow ${host.getWorkflow().id ?? 'without ID'})`;

/** Longer names are cut, so that the mark is never lost to a limit of PagerDuty's. */
const longestName = 80;

function description(host: IHookFunctions): string {
	const name = (host.getWorkflow().name ?? '').replace(/\s+/g, ' ').trim().slice(0, longestName).trim();
	return `n8n: ${name} ${mark(host)}`;
}

/** Whether it sends to this very node and was made by it. An address alone is not enough: anybody may enter it by hand. */
export const isOurs = ({ host, url }: Watch, subscription: Subscription) =>
	sameUrl(subscription.delivery_method.url, url) &&
	(subscription.description ?? '').trim().endsWith(mark(host));

/** Whether a subscription sends to this node what is wanted; events can be changed, these two cannot. */
export const fits = (watch: Watch, { filter }: Wanted, subscription: Subscription) =>
	sameUrl(subscription.delivery_method.url, watch.url) &&
	subscription.filter.type === filter.type &&
	(subscription.filter.id ?? undefined) === filter.id;

export const isAwake = ({ active, delivery_method }: Subscription) =>
	active && delivery_method.temporarily_disabled !== true;

export const hasEvents = ({ events }: Watch, subscription: Subscription) =>
	[...events].sort().join() === [...subscription.events].sort().join();

/** Without its secret a subscription is none: nothing that it sends can be trusted. */
export const isWhole = (held: Held | undefined): held is Required<Held> => held?.secret !== undefined;

const sameUrl = (one: string | null | undefined, other: string) => {
	if (!one || !URL.canParse(one) || !URL.canParse(other)) return false;
	return new URL(one).href === new URL(other).href;
};
