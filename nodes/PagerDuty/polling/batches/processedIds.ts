import { randomUUID } from 'node:crypto';
import type { IExecuteFunctions } from 'n8n-workflow';
import { NodeOperationError, sleep } from 'n8n-workflow';

import { nodeKey } from '../../host/nodeKey';
import { recordEntries } from '../../host/recordEntries';
import { serialize } from '../../api/serialize';
import { isPolledHere } from './unconfirmedBatch';

/**
 * So many IDs are kept for a node, besides those of the execution itself. After a restart the last batch is emitted
 * again, or the last but one where n8n lost what it had saved last.
 */
const keptIds = 5000;

/** Longer than n8n's database takes between reading the processed IDs of a node and writing them. In milliseconds. */
const writeTime = 1000;

/**
 * Records in n8n's database that an execution has these items, before any node after the trigger runs.
 *
 * @returns the IDs that no earlier execution of the node had
 * @throws NodeOperationError where n8n's database fails; then nothing was recorded, as far as anybody knows
 */
export async function recordProcessed(host: IExecuteFunctions, ids: string[]): Promise<Set<string>> {
	const node = nodeKey(host);
	// One after another: n8n reads, changes and writes one row, and the last writer wins.
	return await serialize(`${node} processed`, async () =>
		isPolledHere(node) ? await record(host, ids) : await recordAmongWorkers(host, ids),
	);
}

/** Another worker may write at the same time and overwrite what this one recorded: then it is recorded once more. */
async function recordAmongWorkers(host: IExecuteFunctions, ids: string[]): Promise<Set<string>> {
	for (;;) {
		const sign = randomUUID();
		const unseen = await record(host, [...ids, sign]);
		await sleep(writeTime);
		const isKept = !(await record(host, [sign])).has(sign);
		if (isKept) return unseen;
	}
}

/** @returns the IDs that were not recorded before */
async function record(host: IExecuteFunctions, ids: string[]): Promise<Set<string>> {
	return await recordEntries(host, ids, keptIds + ids.length).catch((error: unknown) => {
		throw new NodeOperationError(
			host.getNode(),
			"n8n's database could not record which items this execution handles",
			{
				description: `The database says: ${String(error)}. No node after the trigger has run. The items come again with the next poll. In queue mode, retry this execution.`,
			},
		);
	});
}
