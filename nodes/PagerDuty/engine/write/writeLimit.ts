import type { IExecuteFunctions } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';

/** The items of an execution that were counted, and how many there are. They are forgotten with n8n's own. */
interface Count {
	readonly items: WeakSet<object>;
	total: number;
}

const counts = new WeakMap<object, Count>();

/**
 * Counts an item that is about to change something: once, however often n8n runs it again. Each call of an agent's tool
 * counts like an item; under n8n's MCP Server Trigger, each call is an execution of its own.
 *
 * @param item the same object in all tries
 * @param most how many items of this execution may do so at this node; any number where it is undefined
 * @throws UserError when this one is too many
 */
export function countWrite(host: IExecuteFunctions, item: object, most: number | undefined): void {
	// n8n keeps one such object for each node of an execution, and stores it with an execution that waits.
	const execution = host.getContext('node');
	const count: Count = counts.get(execution) ?? {
		items: new WeakSet(),
		total: Number(execution.writes ?? 0),
	};
	if (count.items.has(item)) return;
	if (most !== undefined && count.total >= most) {
		throw new UserError(`This node has made the ${most} changes that it may make in one execution`, {
			description:
				'Nothing was sent for this item. If more changes are right here, raise "Maximum Writes per Execution" under Options.',
		});
	}
	count.items.add(item);
	execution.writes = ++count.total;
	counts.set(execution, count);
}
