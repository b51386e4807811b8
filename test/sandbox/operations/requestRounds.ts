import type { Sandbox } from '../../../sandbox';

/** How long the sandbox holds back each answer, in milliseconds: longer than requests side by side take to come. */
export const roundMs = 700;

/** The requests of something that was done. */
interface Rounds<T> {
	/** What it gave. */
	readonly result: T;
	/**
	 * The longest chain of requests in which each one came after the answer to the one before, whatever time that took. With
	 * answers after 25 ms that many round trips take 25 ms each.
	 */
	readonly rounds: number;
}

/** Counts round trips instead of measuring time: they are the same on fast and slow machines. */
export async function requestRounds<T>(sandbox: Sandbox, act: () => Promise<T>): Promise<Rounds<T>> {
	const earlier = sandbox.requests().length;
	sandbox.settings({ latencyMs: roundMs });
	let result: T;
	try {
		result = await act();
	} finally {
		sandbox.settings({ latencyMs: 0 });
	}
	const arrivals = sandbox
		.requests()
		.slice(earlier)
		.map(({ at }) => Date.parse(at))
		.sort((a, b) => a - b);
	let rounds = 0;
	let answered = -Infinity;
	for (const at of arrivals) {
		if (at < answered) continue;
		rounds += 1;
		answered = at + roundMs;
	}
	return { result, rounds };
}
