import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { isObject } from '../api/answer';
import { connect, type Authentication } from '../api/client';
import { incidentChanges } from './incidentChanges';
import { onCallHandoff } from './onCallHandoff';
import { slaBreach } from './slaBreach';
import type { Shorten, Source } from './source';

/** What can be looked for, by the value of the field "Source". */
export const sources: Record<string, Source> = { incidentChanges, onCallHandoff, slaBreach };

/** The nodes that are being polled. n8n starts the next poll also while one still runs, and both would find the same. */
const underWay = new Set<string>();

/**
 * Asks PagerDuty once, and starts one execution with all that is new. n8n saves static data together with giving items
 * out, and once when the workflow is activated. What is lost in between (a restart after polls that found nothing) is
 * only how far was read, and costs reading it again.
 *
 * n8n saves static data a moment before it stores the execution: killed between the two, it has lost what this poll
 * found. Nothing tells a node whether its execution was stored, and keeping the checkpoint back until the next time
 * would give the last items again after every restart.
 *
 * @returns null when there is nothing new: n8n then starts no execution
 * @throws NodeApiError, NodeOperationError; nothing is given out and nothing forgotten then
 */
export async function poll(host: IPollFunctions, shorten: Shorten): Promise<INodeExecutionData[][] | null> {
	if (host.getMode() === 'manual') return await samples(host, shorten);
	const node = `${host.getWorkflow().id} ${host.getNode().id}`;
	if (underWay.has(node)) return null;
	underWay.add(node);
	try {
		return await news(host, shorten);
	} finally {
		underWay.delete(node);
	}
}

async function news(host: IPollFunctions, shorten: Shorten): Promise<INodeExecutionData[][] | null> {
	const { name, source, look } = await open(host, shorten);
	const data = host.getWorkflowStaticData('node');
	// What was read of another source says nothing about this one.
	const before = data.source === name && isObject(data.memory) ? data.memory : undefined;
	const { items, memory } = await source.look(look, before);
	data.source = name;
	data.memory = memory;
	return items.length === 0 ? null : [host.helpers.returnJsonArray(items)];
}

/** A test run in the editor: the newest real ones, and nothing is remembered. */
async function samples(host: IPollFunctions, shorten: Shorten): Promise<INodeExecutionData[][]> {
	const { source, look } = await open(host, shorten);
	const items = await source.samples(look);
	if (items.length > 0) return [host.helpers.returnJsonArray(items)];
	throw new NodeOperationError(host.getNode(), 'There is nothing in PagerDuty to show as an example', {
		description:
			'Nothing there fits what this node is set to look for. Active, it waits for the first one; for an example, choose more kinds of events or fewer filters for a moment.',
	});
}

async function open(host: IPollFunctions, shorten: Shorten) {
	const name = String(host.getNodeParameter('source', 'incidentChanges'));
	const source = sources[name];
	if (!source) throw new NodeOperationError(host.getNode(), `"Source" cannot be "${name}"`);
	const authentication = host.getNodeParameter('authentication', 'token') as Authentication;
	const api = await connect(host, authentication, source.scopes);
	const simple = host.getNodeParameter('simplify', true) === true;
	return { name, source, look: { host, api, shorten: simple ? shorten : undefined } };
}
