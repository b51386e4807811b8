/** Knobs that tests and demos turn. Times are milliseconds unless the name says otherwise. */
export interface Settings {
	/** Every answer of the API is held back this long. */
	latencyMs: number;
	/** REST requests that one key, user or app may send in a window; `headers: false` leaves the ratelimit-* headers out. */
	rateLimit: { requests: number; perMs: number; headers: boolean };
	/** Events that one integration key may send in a window. */
	eventsRateLimit: { requests: number; perMs: number };
	/** Deliveries that are under way at a time, over all subscriptions; the others wait for their turn. */
	deliveriesAtOnce: number;
	/** Waits before the second, third … attempt of a delivery; the last one repeats until `deliveryGiveUpMs`. */
	deliveryRetryMs: number[];
	/** How long a receiver may take to answer. */
	deliveryTimeoutMs: number;
	/** Retries of one delivery end when this much time (sandbox clock) has passed. */
	deliveryGiveUpMs: number;
	/** How long a subscription stays disabled after three drops in a row (sandbox clock). */
	disabledMs: number;
	/** Webhook subscriptions that the account may have. */
	subscriptionLimit: number;
	/** Redirect addresses of the OAuth app, beside that of an n8n on this machine. */
	redirectUris: string[];
	/** Lifetime of OAuth authorization codes, access tokens and refresh tokens, in seconds (sandbox clock). */
	codeSeconds: number;
	accessTokenSeconds: number;
	refreshTokenSeconds: number;
}

/** PagerDuty's own numbers, except for the retry waits, which are short enough to watch. */
export const defaultSettings: Settings = {
	latencyMs: 0,
	rateLimit: { requests: 960, perMs: 60_000, headers: true },
	eventsRateLimit: { requests: 120, perMs: 60_000 },
	deliveriesAtOnce: 1_000,
	deliveryRetryMs: [1_000, 2_000, 5_000, 10_000],
	deliveryTimeoutMs: 5_000,
	deliveryGiveUpMs: 48 * 3_600_000,
	disabledMs: 24 * 3_600_000,
	subscriptionLimit: 10,
	redirectUris: [],
	codeSeconds: 30,
	accessTokenSeconds: 86_400,
	refreshTokenSeconds: 30 * 86_400,
};
