import { createHash } from 'crypto';

import type { IExecuteFunctions } from 'n8n-workflow';

/**
 * Names one piece of work: the same each time n8n runs this item again in this execution (Retry On Fail),
 * and different for every other item, loop round, node, execution and n8n instance.
 */
export function repeatKey(host: IExecuteFunctions, item: number): string {
	const round = host.getWorkflowDataProxy(item).$runIndex;
	const place = [
		host.getInstanceId(),
		host.getWorkflow().id,
		host.getExecutionId(),
		host.getNode().id,
		round,
		item,
	];
	return createHash('sha256').update(JSON.stringify(place)).digest('hex').slice(0, 32);
}
