import type { IExecuteFunctions } from 'n8n-workflow';

const executions = new WeakMap<object, Set<string>>();

/** IDs of the objects that items of this execution have as results of their writes. Forgotten together with the execution. */
export function claimedIn(host: IExecuteFunctions): Set<string> {
	// n8n keeps one such object for each execution. Its ID would not do: not all executions have one.
	const execution = host.getContext('flow');
	const claimed = executions.get(execution) ?? new Set();
	executions.set(execution, claimed);
	return claimed;
}
