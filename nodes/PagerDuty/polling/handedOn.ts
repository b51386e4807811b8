import { randomUUID } from 'node:crypto';
import type { IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError, sleep } from 'n8n-workflow';

import { isPolledHere, nodeOf } from './lastNews';

/**
 * So many IDs are remembered for a node beside those of the execution itself. What is given out once more after a
 * restart is the last news, or the last but one where n8n lost what it had last saved.
 */
const remembered = 5000;

/** Longer than n8n's database takes from reading the memory of a node to writing it. In milliseconds. */
const settled = 1000;

/** The executions of each node take their turns: n8n reads, changes and writes its memory, and the last writer wins. */
const turns = new Map<string, Promise<unknown>>();

/**
 * Notes in n8n's database that an execution has these items, before anything that follows the trigger runs.
 *
 * @returns the IDs that no earlier execution of the node had
 * @throws NodeOperationError where n8n's database fails; then nothing was noted, as far as anybody knows
 */
export async function takeOver(host: IExecuteFunctions, ids: string[]): Promise<Set<string>> {
	const node = nodeOf(host);
	const take = async () => await (isPolledHere(node) ? note(host, ids) : noteAmongOthers(host, ids));
	const turn = (turns.get(node) ?? Promise.resolve()).then(take, take);
	turns.set(node, turn);
	return await turn;
}

/** Another worker may write at the same time and take out what this one wrote: then it is noted once more. */
async function noteAmongOthers(host: IExecuteFunctions, ids: string[]): Promise<Set<string>> {
	for (;;) {
		const sign = randomUUID();
		const fresh = await note(host, [...ids, sign]);
		await sleep(settled);
		const isThere = !(await note(host, [sign])).has(sign);
		if (isThere) return fresh;
	}
}

/** @returns those that were not noted before */
async function note(host: IExecuteFunctions, ids: string[]): Promise<Set<string>> {
	const options = { mode: 'entries' as const, maxEntries: remembered + ids.length };
	const check = async () => await host.helpers.checkProcessedAndRecord(ids, 'node', options);
	const { new: fresh } = await check().catch(async (error: unknown) => {
		// Another worker made the first note of this node at the same moment, so that this one was not written.
		if (/unique|duplicate/i.test(String(error))) return await check();
		throw new NodeOperationError(
			host.getNode(),
			"n8n's database could not record which items this execution handles",
			{
				description: `The database says: ${String(error)}. No node after the trigger has run. The items come again with the next poll. In queue mode, retry this execution.`,
			},
		);
	});
	return new Set(fresh.map(String));
}
