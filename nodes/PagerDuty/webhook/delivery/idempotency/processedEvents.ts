import type { IExecuteFunctions } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import { nodeKey } from '../../host';
import { fingerprint } from './recentEvents';
import { serialize } from '../../serialize';
import { warn } from '../../log';

/**
 * So many events are kept for each node in n8n's database, the oldest are forgotten first. It is what n8n's own Remove
 * Duplicates node keeps, and as many as one in 17 seconds for all of the 48 hours in which PagerDuty tries again.
 */
const remembered = 10_000;

/** Milliseconds, and times as long as the last note took: both longer than another worker takes from reading to writing. */
const rest = { least: 200, times: 10 };

/** What is going to be written at once for a node. */
interface Batch {
	readonly entries: string[];
	readonly fresh: ReturnType<typeof record>;
}

const nextBatches = new Map<string, Batch>();

/** When a node's memory may be read again in this process. */
const rests = new Map<string, Promise<void>>();

/**
 * Notes in n8n's database that an execution has an event. Only for an event that reached this process: then it runs all
 * executions of it, and knows of those that run at once.
 *
 * @returns whether no earlier execution had it
 */
export const isFirst = async (host: IExecuteFunctions, key: string): Promise<boolean> =>
	(await note(host, [key]))?.has(key) ?? true;

/**
 * The same in queue mode, where another worker may have the same event at the same moment. n8n has no lock for that: it
 * reads, changes and writes the memory of a node as one piece, and the last writer wins. So what was noted is looked for
 * once more when all have written; whose sign is there then has the event.
 *
 * @param attempt n8n may run an execution again whose worker died, and that one has the event still
 */
export async function isFirstAcrossWorkers(
	host: IExecuteFunctions,
	key: string,
	attempt: string,
): Promise<boolean> {
	const sign = fingerprint(`${key} ${attempt}`);
	for (;;) {
		const fresh = await note(host, [key, sign], restAfter);
		if (fresh === undefined) return true;
		if (!fresh.has(key)) return !fresh.has(sign);
	}
}

/** No two workers keep in step: else the one that writes a moment later would undo all notes of the other. */
const restAfter = async (took: number) =>
	await sleep(Math.max(rest.least, rest.times * took) * (1 + Math.random() / 2));

/**
 * The executions of a node take turns, as n8n's memory has no lock; what comes meanwhile is noted together, so that a
 * flood does not write all of it anew with each event.
 *
 * @param pause before the next note of the node. Without one, workers that write all the time would each read what they
 * wrote themselves, and never what another one did
 * @returns the entries that were not noted before; undefined when n8n's database fails. PagerDuty has its answer by then
 * and does not come again, so that an event twice is better than none
 */
async function note(
	host: IExecuteFunctions,
	entries: string[],
	pause?: (took: number) => Promise<void>,
): Promise<Set<string> | undefined> {
	const node = `${nodeKey(host)} processed`;
	const open = nextBatches.get(node);
	if (open) {
		open.entries.push(...entries);
		return await open.fresh;
	}
	const all = [...entries];
	const maxEntries = remembered * entries.length;
	const fresh = serialize(node, async () => {
		await rests.get(node);
		nextBatches.delete(node);
		const began = Date.now();
		const noted = await record(host, all, maxEntries);
		if (pause) rests.set(node, pause(Date.now() - began));
		return noted;
	});
	nextBatches.set(node, { entries: all, fresh });
	return await fresh;
}

async function record(
	host: IExecuteFunctions,
	entries: string[],
	maxEntries: number,
): Promise<Set<string> | undefined> {
	const options = { mode: 'entries' as const, maxEntries };
	const check = async () => await host.helpers.checkProcessedAndRecord(entries, 'node', options);
	try {
		const { new: fresh } = await check().catch(async (error: unknown) => {
			// Another worker made the first note of this node at the same moment, so that this one was not written.
			if (/unique|duplicate/i.test(String(error))) return await check();
			throw error;
		});
		return new Set(fresh.map(String));
	} catch (error) {
		warn(
			host,
			"n8n's database could not note which events were taken. One that PagerDuty repeats may start the workflow again",
			error,
		);
		return undefined;
	}
}
