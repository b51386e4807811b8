import type { Desk } from '../../support/operations/desk';

/** How long the sandbox holds back each answer, in milliseconds: longer than requests side by side take to come. */
const latencyMs = 700;

/**
 * The longest chain of requests in which each one came after the answer to the one before, whatever time that took. With
 * answers after 25 ms that many round trips take 25 ms each.
 */
export async function requestRounds({ sandbox }: Desk, act: () => Promise<unknown>): Promise<number> {
	const earlier = sandbox.requests().length;
	sandbox.settings({ latencyMs });
	try {
		await act();
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
		answered = at + latencyMs;
	}
	return rounds;
}
