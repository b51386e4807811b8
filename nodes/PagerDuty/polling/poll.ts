import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import { inFull } from '../api/errors';
import { nodeKey } from '../host/nodeKey';
import { isFirstPoll, load, save } from './batches/savedState';
import { emitted, isUnconfirmed } from './batches/unconfirmedBatch';
import { openSource } from './openSource';

/** The nodes that are being polled. n8n starts the next poll also while one still runs, and both would find the same. */
const nodesBeingPolled = new Set<string>();

/**
 * Asks PagerDuty once, and starts one execution with all that is new. n8n saves static data together with the items,
 * and once when the workflow is activated. What is lost in between (a restart after polls that found nothing) is only
 * how far was read, and costs reading it again.
 *
 * n8n saves static data a moment before it stores the execution. Killed between the two, it would lose what this poll
 * found. So the last batch is found and emitted again while it is unconfirmed, and {@link deduplicate} drops what an
 * earlier execution had.
 *
 * @returns null when there is nothing new: n8n then starts no execution
 * @throws NodeApiError, NodeOperationError; then nothing is emitted and nothing saved
 */
export async function poll(host: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const node = nodeKey(host);
	if (nodesBeingPolled.has(node)) return null;
	nodesBeingPolled.add(node);
	try {
		// The first poll is part of the activation, and n8n 2 shows people nothing of its error but the message.
		const isFirst = isFirstPoll(host);
		const polling = nextItems(host, node);
		const items = await (isFirst ? inFull(polling) : polling);
		return items.length === 0 ? null : [host.helpers.returnJsonArray(items)];
	} finally {
		nodesBeingPolled.delete(node);
	}
}

async function nextItems(host: IPollFunctions, node: string): Promise<IDataObject[]> {
	const { name, source, context } = await openSource(host, host);
	const { state, replay, emittedBy } = load(host, name);
	const batch = await source.read(context, state, isUnconfirmed(node, emittedBy) ? replay : undefined);
	save(host, name, batch);
	emitted(node, batch.items.length);
	return batch.items;
}
