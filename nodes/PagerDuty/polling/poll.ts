import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { deepCopy } from 'n8n-workflow';

import { isObject } from '../api/answer';
import { inFull } from '../api/errors';
import { gaveOut, isInDoubt, nodeOf, thisProcess } from './lastNews';
import { open } from './open';
import type { Memory } from './source';

/** The nodes that are being polled. n8n starts the next poll also while one still runs, and both would find the same. */
const underWay = new Set<string>();

/**
 * Asks PagerDuty once, and starts one execution with all that is new. n8n saves static data together with giving items
 * out, and once when the workflow is activated. What is lost in between (a restart after polls that found nothing) is
 * only how far was read, and costs reading it again.
 *
 * n8n saves static data a moment before it stores the execution. Killed between the two, it would lose what this poll
 * found: so what was given out last is found and given out once more while nobody knows what became of it, and
 * {@link handOn} drops what an earlier execution had.
 *
 * @returns null when there is nothing new: n8n then starts no execution
 * @throws NodeApiError, NodeOperationError; nothing is given out and nothing forgotten then
 */
export async function poll(host: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const node = nodeOf(host);
	if (underWay.has(node)) return null;
	underWay.add(node);
	try {
		// The first look of all is part of the activation.
		const isFirst = host.getWorkflowStaticData('node').memory === undefined;
		const looking = news(host, node);
		const items = await (isFirst ? inFull(looking) : looking);
		return items.length === 0 ? null : [host.helpers.returnJsonArray(items)];
	} finally {
		underWay.delete(node);
	}
}

async function news(host: IPollFunctions, node: string): Promise<IDataObject[]> {
	const { name, source, look } = await open(host, host);
	const data = host.getWorkflowStaticData('node');
	// What was read of another source says nothing about this one.
	const kept = (value: unknown): Memory | undefined =>
		data.source === name && isObject(value) ? value : undefined;
	const doubted = isInDoubt(node, data.givenBy) ? kept(data.again) : undefined;
	const { items, memory, again } = await source.look(look, kept(data.memory), doubted);
	// Copied: n8n watches what stands in static data, and what follows the trigger may change the items.
	const toFindAgain = items.length > 0 ? again : null;
	Object.assign(data, deepCopy({ source: name, memory, again: toFindAgain }), { givenBy: thisProcess });
	gaveOut(node, items.length);
	return items;
}
