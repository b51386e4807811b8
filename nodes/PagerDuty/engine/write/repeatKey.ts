import { createHash, randomUUID } from 'crypto';

import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

/**
 * Names one piece of work: the same each time n8n runs this item again in this execution (Retry On Fail),
 * and different for every other item, loop round, node, execution, call of a tool and n8n instance.
 */
export function repeatKey(host: IExecuteFunctions, item: number): string {
	const place = [
		host.getInstanceId(),
		host.getWorkflow().id,
		host.getNode().id,
		item,
		...(isToolCall(host)
			? [callOf(host.getInputData()[item]?.json)]
			: [host.getExecutionId(), runIndexOf(host)]),
	];
	return createHash('sha256').update(JSON.stringify(place)).digest('hex').slice(0, 32);
}

const runIndexes = new WeakMap<IExecuteFunctions, unknown>();

/** The round of the node in its execution. n8n makes one host for each, and what tells it takes long to make. */
function runIndexOf(host: IExecuteFunctions): unknown {
	if (!runIndexes.has(host)) runIndexes.set(host, host.getWorkflowDataProxy(0).$runIndex);
	return runIndexes.get(host);
}

/**
 * Execution and round do not tell the calls of a tool apart: under n8n's MCP Server Trigger there is no execution yet,
 * and each try of Retry On Fail counts as a round. n8n 1.123 has no `isToolExecution`, but lets only tools ask for
 * their next round.
 */
export const isToolCall = (host: IExecuteFunctions) =>
	host.getExecutionId() === undefined || (host.isToolExecution?.() ?? 'getNextRunIndex' in host);

const calls = new WeakMap<IDataObject, string>();

/** Arguments of a call are a new object each time, and the same object when n8n tries that call again. */
function callOf(args: IDataObject = {}): string {
	const call = calls.get(args) ?? randomUUID();
	calls.set(args, call);
	return call;
}
