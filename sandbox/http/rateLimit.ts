import type { Clock } from '../clock';

/** Counts requests by key in windows that start with a key's first request. */
export class RateLimiter {
	private readonly windows = new Map<string, { start: number; used: number }>();

	constructor(private readonly clock: Clock) {}

	/** Counts one request. `reset` is in whole seconds, as `ratelimit-reset` is. */
	count(key: string, limit: { requests: number; perMs: number }) {
		const now = this.clock.now().getTime();
		let window = this.windows.get(key);
		if (!window || now - window.start >= limit.perMs) {
			window = { start: now, used: 0 };
			this.windows.set(key, window);
		}
		window.used += 1;
		return {
			allowed: window.used <= limit.requests,
			remaining: Math.max(0, limit.requests - window.used),
			reset: Math.max(1, Math.ceil((window.start + limit.perMs - now) / 1000)),
		};
	}

	clear(): void {
		this.windows.clear();
	}
}
