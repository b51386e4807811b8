import { setTimeout as wait } from 'node:timers/promises';

/** Waits until something holds: n8n does some things a moment after it has answered. @throws with `what` when it never does */
export async function until(
	what: string,
	holds: () => boolean | Promise<boolean>,
	timeoutMs = 15_000,
): Promise<void> {
	const deadline = Date.now() + timeoutMs;
	while (!(await holds())) {
		if (Date.now() > deadline) throw new Error(`${what}: not within ${timeoutMs / 1000} s`);
		await wait(50);
	}
}
