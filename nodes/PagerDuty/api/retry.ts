import { sleep } from 'n8n-workflow';

import type { Answer } from './answer';

/** Thrown by an attempt that got no usable answer: refused, reset, timed out, or broken off in the middle. */
export class NoAnswer extends Error {
	override name = 'NoAnswer';

	/** @param sent false when the request certainly never reached PagerDuty */
	constructor(
		message: string,
		readonly sent = true,
	) {
		super(message);
	}
}

/** An answer came, but it is none of PagerDuty's, or only half of one. */
export class Unreadable extends NoAnswer {}

/** How often and how long one request is tried. Waits are in milliseconds. */
const patience = {
	/** Tries after 429. Those were certainly not accepted, so any request may repeat them. */
	rateLimited: 12,
	/** Tries after a server fault or a lost connection, for requests that are safe to repeat. */
	faulty: 5,
	/** Never wait longer than this at a time, whatever a header says. */
	longestWait: 65_000,
	/** Give up when the waits of one request add up to more. */
	totalWait: 300_000,
};

/** Holds back all requests that share it, so that one 429 slows the whole execution and not one item. */
export class Brake {
	private until = 0;

	hold(milliseconds: number): void {
		this.until = Math.max(this.until, Date.now() + milliseconds);
	}

	private left = () => this.until - Date.now();

	async released(): Promise<void> {
		// The clock is looked at once a round: a moment later what is left may be less than nothing.
		for (let left = this.left(); left > 0; left = this.left()) await sleep(left);
	}
}

/**
 * Sends one request until it is settled and returns the last answer, good or bad.
 *
 * @param attempt sends the request once; throws {@link NoAnswer} when no usable answer came
 * @param repeatable whether the request may be sent again when nobody knows if PagerDuty took it
 * @param deadline the moment (`performance.now()`) after which no further try is begun
 * @throws NoAnswer when the last try got no answer
 */
export async function untilSettled(
	attempt: () => Promise<Answer>,
	repeatable: boolean,
	brake: Brake,
	deadline = Infinity,
): Promise<Answer> {
	const tries = { rateLimited: 0, faulty: 0 };
	let waited = 0;
	for (;;) {
		await brake.released();
		const outcome = await attempt().catch((error: unknown) => {
			if (error instanceof NoAnswer) return error;
			throw error;
		});
		const trouble = troubleOf(outcome);
		if (trouble === undefined) return settle(outcome);
		if (trouble === 'faulty' && !repeatable && mayHaveWorked(outcome)) {
			// Whoever sends it again, or asks what became of it, comes no sooner than was asked for.
			brake.hold(Math.min(patience.longestWait, askedWait(outcome) ?? 0));
			return settle(outcome);
		}
		tries[trouble]++;
		const wait = Math.min(patience.longestWait, askedWait(outcome) ?? backOff(tries[trouble]));
		waited += wait;
		if (tries[trouble] >= patience[trouble] || waited > patience.totalWait) return settle(outcome);
		if (performance.now() + wait > deadline) return settle(outcome);
		if (trouble === 'rateLimited') brake.hold(wait);
		else await sleep(wait);
	}
}

function troubleOf(outcome: Answer | NoAnswer): 'rateLimited' | 'faulty' | undefined {
	if (outcome instanceof NoAnswer) return 'faulty';
	if (outcome.status === 429) return 'rateLimited';
	return outcome.status >= 500 ? 'faulty' : undefined;
}

const mayHaveWorked = (outcome: Answer | NoAnswer) => !(outcome instanceof NoAnswer) || outcome.sent;

function settle(outcome: Answer | NoAnswer): Answer {
	if (outcome instanceof NoAnswer) throw outcome;
	return outcome;
}

/**
 * What the server asked for: `ratelimit-reset` in seconds, `Retry-After` in seconds or as a date.
 * PagerDuty sends the ratelimit headers with every answer, so only 429 means them.
 */
function askedWait(outcome: Answer | NoAnswer): number | undefined {
	if (outcome instanceof NoAnswer) return undefined;
	const { status, headers } = outcome;
	const asked = (status === 429 ? headers['ratelimit-reset'] : undefined) ?? headers['retry-after'];
	if (asked === undefined) return undefined;
	const wait = Number.isNaN(Number(asked)) ? Date.parse(asked) - Date.now() : Number(asked) * 1000;
	// A little on top: clocks differ, and coming back a moment too early costs a whole try.
	return wait >= 0 ? wait + 50 + Math.random() * 200 : undefined;
}

/** 0.5 s, 1 s, 2 s … up to 16 s, of which a random half is taken off so that clients do not come back together. */
export const backOff = (tries: number) => 500 * 2 ** Math.min(tries - 1, 5) * (0.5 + Math.random() / 2);
