import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import type { Desk } from '../../support/operations/desk';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

function heap(): number {
	collectGarbage();
	return process.memoryUsage().heapUsed;
}

/** What reading a list took: requests, seconds, and the megabytes of heap that its result holds. */
export interface Cost {
	readonly requests: number;
	readonly seconds: number;
	readonly megabytes: number;
}

/** How much more heap there was at most while something was read, in megabytes: looked at every five seconds. */
export async function peakOf(read: () => Promise<unknown>): Promise<number> {
	const before = heap();
	let most = before;
	const watch = setInterval(() => (most = Math.max(most, heap())), 5_000);
	await read().finally(() => clearInterval(watch));
	return (most - before) / 1_000_000;
}

/** Reads a list and says what it took. */
export async function measured<Result>(
	desk: Desk,
	read: () => Promise<Result>,
): Promise<{ result: Result; cost: Cost }> {
	desk.newRequests();
	const before = heap();
	const begun = performance.now();
	const result = await read();
	const seconds = (performance.now() - begun) / 1000;
	const requests = desk.newRequests().length;
	return { result, cost: { requests, seconds, megabytes: (heap() - before) / 1_000_000 } };
}
