import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { z } from 'zod';

import type { Attempt } from './attempt';
import { deliveriesOf } from './deliveries';

/** What an item brings along from `webhook()` to the execution that it starts. */
const mark = z.object({ key: z.string(), attempt: z.string() });

/** The item of an event, marked with the attempt that brought it. */
export const marked = (item: INodeExecutionData, key: string, { id }: Attempt): INodeExecutionData => ({
	...item,
	delivery: { key, attempt: id },
});

/**
 * The first step of an execution. n8n starts it before PagerDuty has its answer: were n8n killed in between, PagerDuty
 * would come again, and what follows the trigger would run twice. So nothing follows until the delivery is answered.
 */
export async function handOn(host: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = host.getInputData();
	const delivery = mark.safeParse(items[0]?.delivery);
	const isOurs = !delivery.success || (await mayGoOn(host, delivery.data));
	return [isOurs ? items.map(({ delivery: _, ...item }) => item) : []];
}

const mayGoOn = async (host: IExecuteFunctions, { key, attempt }: z.infer<typeof mark>) =>
	await deliveriesOf(host).mayGoOn(key, attempt);
