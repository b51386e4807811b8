import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError, WAIT_INDEFINITELY } from 'n8n-workflow';

import type { Run } from '../connections';
import type { PendingWrite } from '../write/pendingWrite';
import { isToolCall } from '../write/repeatKey';
import { isReview, withToolInput } from './reviewedTool';
import type { Waits } from './waits';

/**
 * Asks the question of an item, and lets n8n hold the execution until somebody answers or the time is over. No process
 * is held meanwhile: n8n stores the execution, and calls `webhook()` for the answer.
 *
 * @param carryOut sends the question
 * @returns what the workflow goes on with when the time is over
 * @throws NodeOperationError where n8n cannot wait
 */
export async function ask(
	{ host, operation: { option } }: Run,
	waits: Waits<IDataObject>,
	write: PendingWrite,
	carryOut: () => Promise<IDataObject[]>,
): Promise<IDataObject[]> {
	demandOneItem(host, option.name);
	demandNoTool(host, option.name);
	write.input = { ...write.input, values: withToolInput(host, write.input.values) };
	const rows = await carryOut();
	const { input, context } = write;
	const unanswered = rows.map((row) => ({
		approved: false,
		respondedAt: null,
		timedOut: true,
		...waits.asked(input.values, row, context),
		...('truncated_fields' in row ? { truncated_fields: row.truncated_fields } : {}),
	}));
	goOnWith(host, unanswered);
	const { timeLimit: minutes } = input.controls;
	await host.putExecutionToWait(
		minutes === undefined ? WAIT_INDEFINITELY : new Date(Date.now() + minutes * 60_000),
	);
	return unanswered;
}

/**
 * When the time is over n8n calls nothing of the node, but passes on what it holds as the node's input. It stores that
 * with the execution, so `webhook()` finds the question in it as well.
 */
function goOnWith(host: IExecuteFunctions, rows: readonly IDataObject[]): void {
	host.getExecuteData().data = { main: [rows.map((json) => ({ json, pairedItem: { item: 0 } }))] };
}

function demandOneItem(host: IExecuteFunctions, name: string): void {
	const { length } = host.getInputData();
	if (length <= 1) return;
	throw new NodeOperationError(host.getNode(), `"${name}" asks about one item at a time, and got ${length}`, {
		description:
			'Nobody was paged. n8n waits for one answer each time it runs a node. Put a Loop Over Items node with a batch size of 1 before this one, or turn on Execute Once in the settings of this node.',
	});
}

/** A tool's answer goes to the model at once. n8n calls the node by another name where it reviews the call of a tool. */
function demandNoTool(host: IExecuteFunctions, name: string): void {
	const isTool = host.getNode().type.endsWith('Tool') && !isReview(host);
	if (!isTool && !isToolCall(host)) return;
	throw new NodeOperationError(host.getNode(), `"${name}" cannot be a tool: the model would not wait`, {
		description:
			'Nobody was paged. To let somebody approve what an agent does, add PagerDuty under Human Review between the agent and its tool.',
	});
}
