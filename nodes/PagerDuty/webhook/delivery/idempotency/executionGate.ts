import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { z } from 'zod';

import { claimsOf } from './claims';
import { isFirst, isFirstAcrossWorkers } from './processedEvents';

/** What an item carries from `webhook()` to the execution that it starts. */
const stampShape = z.object({
	/** The event's fingerprint. */
	key: z.string(),
	/** The ID of the attempt that brought the event. */
	attempt: z.string(),
	/** Whether static data showed that no earlier attempt was taken. */
	isNew: z.boolean(),
});
type Stamp = z.infer<typeof stampShape>;

/** An event's item with a stamp, which {@link releasedItems} takes off. */
export const stamped = (item: INodeExecutionData, stamp: Stamp): INodeExecutionData => ({
	...item,
	delivery: stamp,
});

/**
 * The items that an execution goes on with. n8n starts the execution before PagerDuty has its answer: if n8n were killed
 * in between, PagerDuty would come again, and what follows the trigger would run twice. So an execution is held back until
 * its delivery is answered.
 *
 * @returns no items when an earlier execution had the event
 */
export async function releasedItems(host: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = host.getInputData();
	const stamp = stampShape.safeParse(items[0]?.delivery);
	const isReleased = !stamp.success || (await mayContinue(host, stamp.data));
	return [isReleased ? items.map(({ delivery: _, ...item }) => item) : []];
}

async function mayContinue(host: IExecuteFunctions, { key, attempt, isNew }: Stamp): Promise<boolean> {
	const mode = host.getMode();
	// A person runs the execution again, and wants it to run.
	if (mode === 'retry') return true;
	const claims = claimsOf(host);
	const cameHere = claims.cameHere(key);
	if (!(await claims.mayContinue(key, attempt))) return false;
	// A test run in the editor must not take the event away from the live workflow, which has the same memory.
	if (mode !== 'webhook') return true;
	if (!cameHere) return await isFirstAcrossWorkers(host, key, attempt);
	const first = isFirst(host, key);
	// PagerDuty has its answer, so a kill loses what is still held back. Only a possible repeat waits for n8n's database.
	return isNew || (await first);
}
