import type { IDataObject } from 'n8n-workflow';

import type { Api } from '../api/client';
import { isRefused } from '../api/errors';
import { isForAll } from '../api/rights';
import { many, wrongShape } from '../api/shape';
import { carryOut, lookUps } from './carryOut';
import type { Run } from './connections';
import { failItem } from './failure';
import { settleWork, type Outcome } from './item';
import type { Bulk } from './operation';
import { inWindow } from './window';
import { prepare, resultOf, workOf, type Work } from './work';

/** n8n reads and decrypts the credential for each item. So many are read at once; nothing is sent for it. */
const credentialReads = 100;

/** About √250: one bad item among 250 then costs some thirty requests more, and 250 bad ones hardly more than 250. */
const handful = 16;

/**
 * Runs many items with as few requests as PagerDuty allows, in the order of the items. When PagerDuty refuses
 * a request because of something in it, its items are tried by the handful, and in the end one by one, so that only
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
	const begun = await inWindow(
		items,
		credentialReads,
		async (item) => await attempt(item, async () => await workOf(run, item)),
	);
	const works = begun.filter((work) => work !== undefined);
	await inWindow(works, lookUps, async (work) => {
		await attempt(work.item, async () => await prepare(run, work));
	});
	const left = works.filter(({ done, item }) => done === undefined && outcomes[item] === undefined);
	for (const group of groups(left, bulk)) await runGroup(run, bulk, group, outcomes);
	for (const work of works) if (work.done) outcomes[work.item] = resultOf(work);
	return outcomes;
}

/**
 * Works that can share a request: with one credential and one From user, not too many, no ID twice, and nothing that
 * PagerDuty changes in a request of its own only. Of each credential they are neighbours, and whatever happens to an ID
 * happens in the order of the items.
 */
function groups(works: readonly Work[], bulk: Bulk<IDataObject>): Work[][] {
	const all: Array<{ works: Work[]; ids: Set<string>; identity: string; from: unknown; alone: boolean }> = [];
	for (const work of works) {
		const id = bulk.id(work.input);
		const { identity } = work.credential;
		const from = work.input.fromEmail;
		const alone = bulk.alone?.(work.input) === true;
		const index = all.findLastIndex((group) => group.identity === identity);
		const last = all[index];
		const isFree = !all.slice(index).some(({ ids }) => ids.has(id));
		const hasRoom = last && last.works.length < bulk.max && !last.alone && !alone;
		if (hasRoom && last.from === from && isFree) {
			last.works.push(work);
			last.ids.add(id);
		} else {
			all.push({ works: [work], ids: new Set([id]), identity, from, alone });
		}
	}
	return all.map(({ works: group }) => group);
}

async function runGroup(
	run: Run,
	bulk: Bulk<IDataObject>,
	group: readonly Work[],
	outcomes: Outcome[],
): Promise<void> {
	const trouble = group.length > 1 ? await changeTogether(run, bulk, group) : undefined;
	const left = group.filter(({ done }) => done === undefined);
	if (trouble) {
		for (const { item } of left) outcomes[item] = failItem(run.host, trouble.error, item);
	} else if (left.length > handful) {
		for (let start = 0; start < left.length; start += handful)
			await runGroup(run, bulk, left.slice(start, start + handful), outcomes);
	} else {
		for (const work of left) outcomes[work.item] = await settleWork(run, work);
	}
}

/** What PagerDuty answers when one item of a request is bad, or not for this user. */
const oneIsBad = ['400', '403', '404', '413', '422'];

/** @returns the error that any item would meet; undefined when those that are not done are to be tried alone */
async function changeTogether(
	run: Run,
	bulk: Bulk<IDataObject>,
	group: readonly Work[],
): Promise<{ error: unknown } | undefined> {
	try {
		await carryOut(run, group, async (works, api) => await change(api, bulk, works));
	} catch (error) {
		if (await anyWouldMeet(run, group, error)) return { error };
	}
	return undefined;
}

async function anyWouldMeet({ connections }: Run, [work]: readonly Work[], error: unknown): Promise<boolean> {
	if (!isRefused(error, ...oneIsBad)) return true;
	if (error.httpCode !== '403' || !work) return false;
	return await isForAll(await connections.open(work.credential), error);
}

async function change(api: Api, bulk: Bulk<IDataObject>, works: readonly Work[]): Promise<void> {
	const request = bulk.request(works.map(({ input }) => input));
	const rows = new Map((await many(api, request, bulk.list)).map((row) => [String(row.id), row]));
	for (const work of works) {
		const id = bulk.id(work.input);
		const row = rows.get(id);
		if (row) work.done = [row];
		else work.unclear = wrongShape(api, request, id);
	}
}
