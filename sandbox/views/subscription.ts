import type { Subscription } from '../world/entities';

/** A webhook subscription. The secret, and the values of custom headers, are shown once: in the answer to its creation. */
export const subscriptionView = (subscription: Subscription, justCreated = false) => ({
	id: subscription.id,
	type: 'webhook_subscription',
	active: subscription.active,
	description: subscription.description ?? '',
	delivery_method: {
		id: subscription.deliveryMethodId,
		type: 'http_delivery_method',
		url: subscription.url,
		secret: justCreated ? (subscription.secrets[0] ?? null) : null,
		temporarily_disabled: subscription.disabledUntil !== null,
		custom_headers: subscription.customHeaders.map(({ name, value }) => ({
			name,
			value: justCreated ? value : '-- redacted --',
		})),
	},
	events: subscription.events,
	filter: subscription.filter,
	...(subscription.oauthClientId === undefined
		? {}
		: { oauth_client: { id: subscription.oauthClientId, type: 'oauth_client_reference' } }),
});
