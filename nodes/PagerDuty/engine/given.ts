import type { IExecuteFunctions } from 'n8n-workflow';

const executions = new WeakMap<object, Set<string>>();

/** IDs of what items of this execution were given as results of writes. Forgotten together with the execution. */
export function givenIn(host: IExecuteFunctions): Set<string> {
	// n8n keeps one such object for each execution. Its ID would not do: not all executions have one.
	const execution = host.getContext('flow');
	const given = executions.get(execution) ?? new Set();
	executions.set(execution, given);
	return given;
}
