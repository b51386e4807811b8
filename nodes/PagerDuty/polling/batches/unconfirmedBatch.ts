import { randomUUID } from 'node:crypto';

/** Names this process in static data, which another one may have written. */
export const thisProcess = randomUUID();

/** Whether an execution confirmed the last batch that this process emitted, by node. */
const confirmed = new Map<string, boolean>();

/** Whether executions run in this process; undefined until that is known. In queue mode they run in workers, and this process hears nothing of them. */
let executesHere: boolean | undefined;

/** Whether this process polls a node. */
export const isPolledHere = (node: string): boolean => confirmed.has(node);

/**
 * Whether the last batch of a node may be lost: another process emitted it, so n8n may have been killed while it stored
 * the execution; or n8n could not store the execution, which would have begun here by now.
 */
export const isUnconfirmed = (node: string, emittedBy: unknown): boolean =>
	emittedBy !== thisProcess || isAwaited(node);

/** Call it when a poll emits so many items. */
export function emitted(node: string, items: number): void {
	// Two batches in a row without an execution: executions run in workers.
	if (isAwaited(node)) executesHere ??= false;
	confirmed.set(node, items === 0);
}

/** Call it when an execution in this process has recorded the items of a node. */
export function confirm(node: string): void {
	confirmed.set(node, true);
	executesHere = true;
}

const isAwaited = (node: string) => confirmed.get(node) === false && executesHere !== false;
