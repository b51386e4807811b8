import type { IExecuteFunctions } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import { nodeKey } from '../../../host/nodeKey';
import { warn } from '../../log';
import { recordEntries } from '../../../host/recordEntries';
import { serialize } from '../../../api/serialize';
import { fingerprint } from './fingerprint';

/**
 * Events remembered for each node in n8n's database; the oldest are forgotten first. n8n's own Remove Duplicates node
 * keeps as many. It is one in 17 seconds for all of the 48 hours in which PagerDuty tries again.
 */
const capacity = 10_000;

/** Milliseconds, and a multiple of what the last write took: both longer than a worker takes from reading to writing. */
const pause = { least: 200, times: 10 };

/** Entries of one node that are going to be written at once. */
interface Batch {
	readonly entries: string[];
	readonly fresh: ReturnType<typeof record>;
}

const nextBatches = new Map<string, Batch>();

/** The pause after the last write of a node, before this process may write again. */
const pauses = new Map<string, Promise<void>>();

/**
 * Records in n8n's database that an execution has an event. Only for an event that reached this process: then this process
 * runs all executions of it, and knows of those that run at once.
 *
 * @param key the event's fingerprint
 * @returns whether no earlier execution had it
 */
export const isFirst = async (host: IExecuteFunctions, key: string): Promise<boolean> =>
	(await noted(host, [key]))?.has(key) ?? true;

/**
 * {@link isFirst} in queue mode, where another worker may have the same event at the same moment. n8n has no lock for
 * that: it reads, changes and writes the memory of a node as one piece, and the last writer wins. So each execution
 * records an entry of its own as well, and looks whether it is still there when all have written: the execution whose
 * entry is there has the event.
 *
 * @param attempt the attempt's ID. n8n may run an execution again whose worker died, and that one still has the event
 */
export async function isFirstAcrossWorkers(
	host: IExecuteFunctions,
	key: string,
	attempt: string,
): Promise<boolean> {
	const own = fingerprint(`${key} ${attempt}`);
	for (;;) {
		const fresh = await noted(host, [key, own], pauseAfter);
		if (fresh === undefined) return true;
		if (!fresh.has(key)) return !fresh.has(own);
	}
}

/** Random, so that no two workers keep in step: the one that writes a moment later would undo all writes of the other. */
const pauseAfter = async (took: number) =>
	await sleep(Math.max(pause.least, pause.times * took) * (1 + Math.random() / 2));

/**
 * Records entries. Writes of one node run one after another, as n8n's memory has no lock. What comes meanwhile is written
 * together, so that a flood does not write all of the memory anew with each event.
 *
 * @param pauseAfterwards before the next write of the node. Without one, workers that write all the time would each read
 * what they wrote themselves, and never what another one did
 * @returns the entries that were not recorded before; undefined when n8n's database fails. PagerDuty has its answer by
 * then and does not come again, so that an event twice is better than none
 */
async function noted(
	host: IExecuteFunctions,
	entries: string[],
	pauseAfterwards?: (took: number) => Promise<void>,
): Promise<Set<string> | undefined> {
	const node = `${nodeKey(host)} processed`;
	const open = nextBatches.get(node);
	if (open) {
		open.entries.push(...entries);
		return await open.fresh;
	}
	const all = [...entries];
	const maxEntries = capacity * entries.length;
	const fresh = serialize(node, async () => {
		await pauses.get(node);
		nextBatches.delete(node);
		const began = Date.now();
		const recorded = await record(host, all, maxEntries);
		if (pauseAfterwards) pauses.set(node, pauseAfterwards(Date.now() - began));
		return recorded;
	});
	nextBatches.set(node, { entries: all, fresh });
	return await fresh;
}

async function record(
	host: IExecuteFunctions,
	entries: string[],
	maxEntries: number,
): Promise<Set<string> | undefined> {
	try {
		return await recordEntries(host, entries, maxEntries);
	} catch (error) {
		warn(
			host,
			"n8n's database could not note which events were taken. One that PagerDuty repeats may start the workflow again",
			error,
		);
		return undefined;
	}
}
