import { randomUUID } from 'node:crypto';
import type { IExecuteFunctions, IPollFunctions } from 'n8n-workflow';

/** Names this process in static data, which another one may have written. */
export const thisProcess = randomUUID();

/** Whether an execution has taken over the last news that this process gave out, by node. */
const arrivals = new Map<string, boolean>();

/** Whether executions run in this process, once that is known. In queue mode workers run them, and nothing is heard here. */
let runsHere: boolean | undefined;

/** A node of a workflow, test runs and live ones alike. */
export const nodeOf = (host: IExecuteFunctions | IPollFunctions) =>
	`${host.getWorkflow().id} ${host.getNode().id}`;

/** Whether this process polls a node. */
export const isPolledHere = (node: string): boolean => arrivals.has(node);

/**
 * Whether the last news of a node may be lost: another process gave them out, so that n8n may have been killed at that;
 * or n8n could not store the execution, which would have begun here by now.
 */
export const isInDoubt = (node: string, givenBy: unknown): boolean =>
	givenBy !== thisProcess || isAwaited(node);

/** Call it when a poll gave out so many items. */
export function gaveOut(node: string, items: number): void {
	// Given out twice and not heard of, they run elsewhere.
	if (isAwaited(node)) runsHere ??= false;
	arrivals.set(node, items === 0);
}

/** Call it when an execution in this process has taken over the news of a node. */
export function arrived(node: string): void {
	arrivals.set(node, true);
	runsHere = true;
}

const isAwaited = (node: string) => arrivals.get(node) === false && runsHere !== false;
