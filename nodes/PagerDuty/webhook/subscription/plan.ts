import { connect, type Api, type Authentication } from '../../api/client';
import { truncate } from '../../api/text';
import { listOf } from '../../fields/list';
import type { DesiredSubscription } from '../form/scope';
import { authenticationOf, type TriggerHost } from '../host';
import { scopes, type Subscription } from './api';
import { cipherOf, type SecretCipher } from './secrets/cipher';
import { SubscriptionStore } from './store';
import { webhookUrlOf } from './webhookUrl';

/** What the form of one trigger node in one workflow says of its subscriptions. */
export interface Plan {
	readonly host: TriggerHost;
	readonly authentication: Authentication;
	/** Where PagerDuty sends this node's events. */
	readonly url: string;
	readonly events: string[];
	/** Names the workflow, so that people find it in PagerDuty. Ends with the mark. */
	readonly description: string;
	/** The end of the description. By it and by the address a subscription is known as ours even when its ID was lost. */
	readonly mark: string;
}

/** A plan with what it takes to carry it out. */
export interface Session extends Plan {
	readonly api: Api;
	readonly store: SubscriptionStore;
	readonly cipher: SecretCipher;
}

/** Longer names are cut, so that the mark is never lost to a limit of PagerDuty's. */
const longestName = 80;

/** Reads the form. Sends no request. */
export function planOf(host: TriggerHost): Plan {
	const { id, name } = host.getWorkflow();
	const mark = `(workflow ${id ?? 'without ID'})`;
	return {
		host,
		authentication: authenticationOf(host),
		url: webhookUrlOf(host),
		events: listOf(host.getNodeParameter('events', [])),
		description: `n8n: ${truncate((name ?? '').replace(/\s+/g, ' ').trim(), longestName)} ${mark}`,
		mark,
	};
}

/** Opens PagerDuty with the credential as it is now. @throws when the credential cannot be read */
export async function openSession(plan: Plan): Promise<Session> {
	const api = await connect(plan.host, plan.authentication, scopes);
	const cipher = await cipherOf(plan.host);
	const store = await SubscriptionStore.open(plan.host);
	// Secrets that cannot be decrypted now would be taken for lost.
	if (store.unreadable !== undefined) throw store.unreadable;
	return { ...plan, api, cipher, store };
}

/** Whether it sends to this very node and was made by it. The address alone proves nothing: people enter it by hand. */
export const isOurs = ({ mark, url }: Plan, subscription: Subscription) =>
	sendsTo(url, subscription) && (subscription.description ?? '').trim().endsWith(mark);

/** Whether a subscription sends to this node what is desired. Its events can be changed, these two cannot. */
export const fits = (plan: Plan, { filter }: DesiredSubscription, subscription: Subscription) =>
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
