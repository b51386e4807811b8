import { sleep } from 'n8n-workflow';

/**
 * What a promise gives, or something else when it does not before the deadline.
 *
 * @param deadline by `performance.now()`. Never, if infinite
 */
export async function inTime<Result>(
	promise: Promise<Result>,
	deadline: number,
	late: Result,
): Promise<Result> {
	if (deadline === Infinity) return await promise;
	const settled = promise.then((result) => ({ result }));
	// In short steps, so that no timer outlives the answer for long.
	for (;;) {
		const left = deadline - performance.now();
		if (left <= 0) return late;
		const outcome = await Promise.race([settled, sleep(Math.min(left, 100))]);
		if (outcome) return outcome.result;
	}
}
