import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { z } from 'zod';

import { claimsOf } from './claims';
import { isFirst, isFirstAcrossWorkers } from './processedEvents';

/** What an item brings along from `webhook()` to the execution that it starts. */
const mark = z.object({
	key: z.string(),
	/** The ID of the attempt that brought the event. */
	attempt: z.string(),
	/** Whether static data showed that no earlier attempt was taken. */
	isNew: z.boolean(),
});
type Stamp = z.infer<typeof mark>;

/** The item of an event, stamped with how it came. */
export const stamped = (item: INodeExecutionData, delivery: Stamp): INodeExecutionData => ({
	...item,
	delivery,
});

/**
 * The first step of an execution. n8n starts it before PagerDuty has its answer: were n8n killed in between, PagerDuty
 * would come again, and what follows the trigger would run twice. So nothing follows until the delivery is answered, and
 * nothing at all when an earlier execution had the event.
 */
export async function releasedItems(host: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = host.getInputData();
	const delivery = mark.safeParse(items[0]?.delivery);
	const isOurs = !delivery.success || (await mayContinue(host, delivery.data));
	return [isOurs ? items.map(({ delivery: _, ...item }) => item) : []];
}

async function mayContinue(host: IExecuteFunctions, { key, attempt, isNew }: Stamp): Promise<boolean> {
	const mode = host.getMode();
	// What a person wants to run once more runs.
	if (mode === 'retry') return true;
	const deliveries = claimsOf(host);
	const cameHere = deliveries.cameHere(key);
	if (!(await deliveries.mayContinue(key, attempt))) return false;
	// A test run in the editor must not take the event away from the live workflow, which has the same memory.
	if (mode !== 'webhook') return true;
	if (!cameHere) return await isFirstAcrossWorkers(host, key, attempt);
	const first = isFirst(host, key);
	// PagerDuty has its answer, so a kill loses what is still held back. Only what may be a repeat waits for the database.
	return isNew || (await first);
}
