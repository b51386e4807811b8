import type { IExecuteFunctions } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';

/** The items of an execution that were counted, and the changes that they make. They are forgotten with n8n's own. */
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
 * @param changes how many it makes
 * @param most how many changes this node may make in an execution; any number where it is undefined
 * @throws UserError when these are too many
 */
export function countWrite(
	host: IExecuteFunctions,
	item: object,
	changes: number,
	most: number | undefined,
): void {
	// n8n keeps one such object for each node of an execution, and stores it with an execution that waits.
	const execution = host.getContext('node');
	const count: Count = counts.get(execution) ?? {
		items: new WeakSet(),
		total: Number(execution.writes ?? 0),
	};
	if (count.items.has(item)) return;
	if (most !== undefined && count.total + changes > most) throw tooMany(changes, most - count.total, most);
	count.items.add(item);
	count.total += changes;
	execution.writes = count.total;
	counts.set(execution, count);
}

const tooMany = (changes: number, left: number, most: number) =>
	new UserError(
		left > 0
			? `This item makes ${changes} changes, and this node may make only ${left} more in one execution`
			: `This node has made the ${most} changes that it may make in one execution`,
		{
			description:
				'Nothing was sent for this item. If more changes are right here, raise "Maximum Writes per Execution" under Options.',
		},
	);
