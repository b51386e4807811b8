import { connect, type Api, type Authentication } from '../../api/client';
import { truncate } from '../../api/text';
import { listOf } from '../../fields/list';
import type { DesiredSubscription } from '../form/scope';
import { authenticationOf, type TriggerHost } from '../host';
import { scopes } from './api';
import type { Desired } from './compare';
import { cipherOf, type SecretCipher } from './secrets/cipher';
import { SubscriptionStore } from './store';
import { webhookUrlOf } from './webhookUrl';

/** What one trigger node in one workflow desires, and how to reach its PagerDuty. */
export interface Plan extends Desired {
	readonly host: TriggerHost;
	readonly authentication: Authentication;
	/** Names the workflow, so that people find it in PagerDuty. Ends with the mark. */
	readonly description: string;
}

/** A plan with what it takes to carry it out. */
export interface Session extends Plan {
	readonly api: Api;
	readonly store: SubscriptionStore;
	readonly cipher: SecretCipher;
}

/** Longer names are cut, so that the mark is never lost to a limit of PagerDuty's. */
const longestName = 80;

/**
 * Reads the form. Sends no request.
 *
 * @param subscriptions left out where none is to be there, or none is needed
 */
export function planOf(host: TriggerHost, subscriptions: readonly DesiredSubscription[] = []): Plan {
	const { id, name } = host.getWorkflow();
	const mark = `(workflow ${id ?? 'without ID'})`;
	return {
		host,
		authentication: authenticationOf(host),
		url: webhookUrlOf(host),
		events: listOf(host.getNodeParameter('events', [])),
		description: `n8n: ${truncate((name ?? '').replace(/\s+/g, ' ').trim(), longestName)} ${mark}`,
		mark,
		subscriptions,
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
