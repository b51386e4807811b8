import { setTimeout as wait } from 'node:timers/promises';

/**
 * Asks until there is an answer that is not undefined.
 *
 * @template T
 * @param {number} timeoutMs
 * @param {string} complaint beginning of the error when there is none in time
 * @param {() => Promise<T | undefined>} ask
 * @returns {Promise<T>}
 */
export async function poll(timeoutMs, complaint, ask) {
	const deadline = Date.now() + timeoutMs;
	for (;;) {
		const answer = await ask();
		if (answer !== undefined) return answer;
		if (Date.now() > deadline) throw new Error(`${complaint} within ${timeoutMs / 1000} s`);
		await wait(100);
	}
}
