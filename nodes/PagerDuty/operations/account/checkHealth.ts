import { together } from '../../api/together';
import { defineOperation } from '../../engine/operation';
import { options } from '../../fields/collection';
import { parallelRequests } from '../../fields/parallelRequests';
import { connectionLine, regionLine } from './health/connection';
import { credentialLine, fromUserLine, owner, sender } from './health/identity';
import { overall, settled } from './health/line';
import { abilitiesLine, rateLimitLine, scopesLine } from './health/permissions';
import { subscriptions, subscriptionsLine } from './health/subscriptions';
import { readAbilities } from './readAbilities';
import { account } from './resource';

/**
 * operationId listAbilities, getCurrentUser, listUsers, listWebhookSubscriptions · the requests go out side by side. What fails
 * is a line of the result and no error, so that a workflow that runs by the clock can report it.
 */
export const checkHealth = defineOperation({
	of: account,
	option: {
		name: 'Check Health',
		value: 'checkHealth',
		action: 'Check the health of the connection',
		description:
			'Find out whether PagerDuty can be reached and the credential works: one item with a status (ok, warning or error), and a line with advice for each check. Use it to monitor the connection, or when other operations fail.',
	},
	fields: [options(parallelRequests)],
	scopes: ['abilities.read', 'users.read', 'webhook_subscriptions.read'],
	run: async (api) => {
		const before = await api.credentialFacts();
		const requests = await together([
			settled(readAbilities(api)),
			settled(owner(api, before)),
			settled(sender(api, before)),
			settled(subscriptions(api)),
		]);
		const [able, whose, from, subscribed] = requests;
		const observed = api.observed();
		// n8n fetches the token of an app with its first request, so its scopes are known only now.
		const facts = await api.credentialFacts();
		const checks = [
			connectionLine(requests, observed),
			credentialLine(whose, facts),
			regionLine(requests, facts),
			fromUserLine(from, whose, facts),
			abilitiesLine(able),
			scopesLine(facts),
			rateLimitLine(observed),
			subscriptionsLine(api, subscribed),
		];
		return { status: overall(checks), checks };
	},
});
