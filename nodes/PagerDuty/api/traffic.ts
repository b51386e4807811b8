import type { Answer } from './answer';

/** The requests that PagerDuty lets a key, user or app send, as its `ratelimit-*` headers tell it. */
export interface RateLimit {
	/** Requests in the present minute. */
	readonly limit: number;
	readonly remaining: number;
	/** Seconds until the next minute begins; undefined where PagerDuty does not say it. */
	readonly resetsIn?: number;
}

/** What answers told beside what was asked for. Undefined is what none of them told. */
export interface Observed {
	/** Milliseconds that the quickest answer took. */
	readonly responseTime?: number;
	/** By the newest answer that told it. */
	readonly rateLimit?: RateLimit;
}

/** Keeps what {@link Observed} says of the answers to requests with one key. */
export class Traffic {
	private told: Observed = {};

	/** @param milliseconds from the request to the end of its answer */
	note({ headers }: Answer, milliseconds: number): void {
		this.told = {
			responseTime: Math.min(this.told.responseTime ?? Infinity, milliseconds),
			rateLimit: rateLimitIn(headers) ?? this.told.rateLimit,
		};
	}

	get observed(): Observed {
		return this.told;
	}
}

function rateLimitIn(headers: Answer['headers']): RateLimit | undefined {
	const told = (name: string) => {
		const text = headers[`ratelimit-${name}`];
		return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
	};
	const [limit, remaining] = [told('limit'), told('remaining')];
	if (limit === undefined || limit === 0 || remaining === undefined) return undefined;
	return { limit, remaining, resetsIn: told('reset') };
}
