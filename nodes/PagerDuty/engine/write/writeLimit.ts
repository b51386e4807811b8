import type { IExecuteFunctions } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';

const counts = new WeakMap<object, number>();

/**
 * Counts an item that is about to change something. Each call of an agent's tool counts like an item; under n8n's MCP
 * Server Trigger, each call is an execution of its own.
 *
 * @param most how many items of this execution may do so at this node; any number where it is undefined
 * @throws UserError when this one is too many
 */
export function countWrite(host: IExecuteFunctions, most: number | undefined): void {
	// n8n keeps one such object for each node of an execution.
	const execution = host.getContext('node');
	const count = (counts.get(execution) ?? 0) + 1;
	if (most !== undefined && count > most) {
		throw new UserError(`This node has made the ${most} changes that it may make in one execution`, {
			description:
				'Nothing was sent for this item. If more changes are right here, raise "Maximum Writes per Execution" under Options.',
		});
	}
	counts.set(execution, count);
}
