import { DataDeduplicationService } from 'n8n-core';
import type { IDataDeduplicator, IDeduplicationOutput } from 'n8n-workflow';

type Ids = Parameters<IDataDeduplicator['checkProcessedAndRecord']>[0];

const rows = new Map<string, Ids>();
let failures = 0;
let held: Promise<void> = Promise.resolve();

/** As long as a database takes: what runs at once comes in between. */
const aMoment = async () => await new Promise(setImmediate);

/**
 * The part of n8n's database that remembers what nodes have processed, as n8n 1.123 and 2.41 use it: a row for each node
 * of a workflow, which is read, changed and written back. The last writer wins, and two first writers do not.
 */
const table: IDataDeduplicator = {
	async checkProcessedAndRecord(ids, context, { workflow, node }, { maxEntries }) {
		const key = `${workflow.id} ${context} ${node?.id}`;
		const found = rows.get(key);
		const known = [...(found ?? [])];
		await aMoment();
		await held;
		const output: IDeduplicationOutput = { new: [], processed: [] };
		for (const id of ids) output[known.includes(id) ? 'processed' : 'new'].push(id);
		known.push(...output.new);
		if (failures > 0 && failures--) throw new Error('The database is down.');
		if (found === undefined && rows.has(key)) throw new Error('SQLITE_CONSTRAINT: UNIQUE constraint failed');
		rows.set(key, maxEntries ? known.slice(-maxEntries) : known);
		return output;
	},
	removeProcessed: unused,
	clearAllProcessedItems: unused,
	getProcessedDataCount: unused,
};

async function unused(): Promise<never> {
	throw new Error('No node of ours asks for this.');
}

const opened = DataDeduplicationService.init(table);

/** What n8n's database remembers of what nodes have processed. */
export const processedData = {
	/** Forgets all of one workflow, as when it is made. */
	forget(workflowId: string): void {
		for (const key of rows.keys()) if (key.startsWith(`${workflowId} `)) rows.delete(key);
	},
	/** So many of the next writes fail, and change nothing. */
	fail(times: number): void {
		failures = times;
	},
	/** Lets nothing be written. @returns ends that */
	hold(): () => void {
		let release = () => {};
		held = new Promise((resolve) => (release = resolve));
		return release;
	},
	/** How many IDs are remembered of a node. */
	size: (workflowId: string, nodeId: string) => rows.get(`${workflowId} node ${nodeId}`)?.length ?? 0,
	opened,
};
