import type { IDataObject } from 'n8n-workflow';

import type { Api } from '../../api/client';
import { isRefused } from '../../api/errors';
import { isForAll } from '../../api/rights';
import { many, wrongShape } from '../../api/shape';
import type { Run } from '../connections';
import { failItem } from '../failure';
import { settleWrite, type Outcome } from '../item';
import { mapConcurrent } from '../mapConcurrent';
import type { Bulk } from '../operation';
import { pendingWriteOf, resolveIds, resultOf, type PendingWrite } from './pendingWrite';
import { lookUps, writeOnce } from './writeOnce';

/** n8n reads and decrypts the credential for each item. So many are read at once; nothing is sent for it. */
const credentialReads = 100;

/** Items that are tried together after a refusal: one bad item among 250 then costs some 32 requests more. */
const regroupSize = 16;

/**
 * Runs many items with as few requests as PagerDuty allows, in the order of the items. When PagerDuty refuses
 * a request because of something in it, its items are tried in smaller groups, and in the end one by one, so that only
 * the bad ones fail.
 */
export async function runBulk(run: Run, items: readonly number[]): Promise<Outcome[]> {
	const bulk = run.operation.bulk as Bulk<IDataObject>;
	const outcomes: Outcome[] = [];
	const attempt = async <Result>(item: number, step: () => Promise<Result>) =>
		await step().catch((error: unknown) => {
			outcomes[item] = failItem(run.host, error, item);
			return undefined;
		});
	const begun = await mapConcurrent(
		items,
		credentialReads,
		async (item) => await attempt(item, async () => await pendingWriteOf(run, item)),
	);
	const writes = begun.filter((write) => write !== undefined);
	await mapConcurrent(writes, lookUps, async (write) => {
		await attempt(write.item, async () => await resolveIds(run, write));
	});
	const left = writes.filter(({ done, item }) => done === undefined && outcomes[item] === undefined);
	for (const group of groups(left, bulk)) await runGroup(run, bulk, group, outcomes);
	for (const write of writes) if (write.done) outcomes[write.item] = resultOf(write);
	return outcomes;
}

/**
 * Writes that can share a request: with one credential and one From user, not too many, no ID twice, and nothing that
 * PagerDuty changes in a request of its own only. Of each credential and place they are neighbours, and whatever happens
 * to an ID happens in the order of the items.
 */
function groups(writes: readonly PendingWrite[], bulk: Bulk<IDataObject>): PendingWrite[][] {
	const all: Array<{
		writes: PendingWrite[];
		ids: Set<string>;
		target: string;
		from: unknown;
		alone: boolean;
	}> = [];
	for (const write of writes) {
		const id = bulk.id(write.input.values);
		const target = JSON.stringify([write.credential.identity, bulk.place?.(write.input.values)]);
		const from = write.input.controls.fromEmail;
		const alone = bulk.alone?.(write.input.values) === true;
		const index = all.findLastIndex((group) => group.target === target);
		const last = all[index];
		const isFree = !all.slice(index).some(({ ids }) => ids.has(id));
		const hasRoom = last && last.writes.length < bulk.max && !last.alone && !alone;
		if (hasRoom && last.from === from && isFree) {
			last.writes.push(write);
			last.ids.add(id);
		} else {
			all.push({ writes: [write], ids: new Set([id]), target, from, alone });
		}
	}
	return all.map(({ writes: group }) => group);
}

async function runGroup(
	run: Run,
	bulk: Bulk<IDataObject>,
	group: readonly PendingWrite[],
	outcomes: Outcome[],
): Promise<void> {
	const trouble = group.length > 1 ? await changeTogether(run, bulk, group) : undefined;
	const left = group.filter(({ done }) => done === undefined);
	if (trouble) {
		for (const { item } of left) outcomes[item] = failItem(run.host, trouble.error, item);
	} else if (left.length > regroupSize) {
		for (let start = 0; start < left.length; start += regroupSize)
			await runGroup(run, bulk, left.slice(start, start + regroupSize), outcomes);
	} else {
		for (const write of left) outcomes[write.item] = await settleWrite(run, write);
	}
}

/** What PagerDuty answers when one item of a request is bad, or not for this user. */
const oneIsBad = ['400', '403', '404', '413', '422'];

/** @returns the error that any item would meet; undefined when those that are not done are to be tried alone */
async function changeTogether(
	run: Run,
	bulk: Bulk<IDataObject>,
	group: readonly PendingWrite[],
): Promise<{ error: unknown } | undefined> {
	try {
		await writeOnce(run, group, async (writes, api) => await change(api, bulk, writes));
	} catch (error) {
		if (await anyWouldMeet(run, group, error)) return { error };
	}
	return undefined;
}

async function anyWouldMeet(
	{ connections }: Run,
	[write]: readonly PendingWrite[],
	error: unknown,
): Promise<boolean> {
	if (!isRefused(error, ...oneIsBad)) return true;
	if (error.httpCode !== '403' || !write) return false;
	return await isForAll(await connections.open(write.credential), error);
}

async function change(api: Api, bulk: Bulk<IDataObject>, writes: readonly PendingWrite[]): Promise<void> {
	const request = bulk.request(writes.map(({ input }) => input.values));
	const rows = new Map((await many(api, request, bulk.list)).map((row) => [String(row.id), row]));
	for (const write of writes) {
		const id = bulk.id(write.input.values);
		const row = rows.get(id);
		if (row) write.done = [row];
		else write.unclear = wrongShape(api, request, id);
	}
}
