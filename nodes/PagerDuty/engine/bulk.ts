import type { IDataObject } from 'n8n-workflow';

import { isRefused } from '../api/errors';
import { isForAll } from '../api/rights';
import { many, wrongShape } from '../api/shape';
import { carryOut, lookUps } from './carryOut';
import { failItem } from './failure';
import { settleWork, type Outcome, type Run } from './item';
import type { Bulk } from './operation';
import { inWindow } from './window';
import { prepare, resultOf, workOf, type Work } from './work';

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
	const works: Work[] = [];
	for (const item of items) {
		try {
			works.push(workOf(run.host, run.operation, item));
		} catch (error) {
			outcomes[item] = failItem(run.host, error, item);
		}
	}
	await inWindow(works, lookUps, async (work) => {
		await prepare(run.api, run.operation, work).catch((error: unknown) => {
			outcomes[work.item] = failItem(run.host, error, work.item);
		});
	});
	const left = works.filter(({ done, item }) => done === undefined && outcomes[item] === undefined);
	for (const group of groups(left, bulk)) await runGroup(run, bulk, group, outcomes);
	for (const work of works) if (work.done) outcomes[work.item] = resultOf(work);
	return outcomes;
}

/** Neighbours that can share a request: not too many, no ID twice (their order counts), one From user. */
function groups(works: readonly Work[], bulk: Bulk<IDataObject>): Work[][] {
	const all: Work[][] = [];
	const alone = (work: Work | undefined) => work !== undefined && bulk.alone?.(work.input) === true;
	let ids = new Set<string>();
	for (const work of works) {
		const group = all.at(-1);
		const id = bulk.id(work.input);
		if (
			group &&
			!alone(work) &&
			!alone(group[0]) &&
			group.length < bulk.max &&
			!ids.has(id) &&
			group[0]?.input.fromEmail === work.input.fromEmail
		) {
			group.push(work);
		} else {
			all.push([work]);
			ids = new Set();
		}
		ids.add(id);
	}
	return all;
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
		await carryOut(run, group, async (works) => await change(run, bulk, works));
	} catch (error) {
		if (await anyWouldMeet(run, error)) return { error };
	}
	return undefined;
}

async function anyWouldMeet({ api }: Run, error: unknown): Promise<boolean> {
	if (!isRefused(error, ...oneIsBad)) return true;
	return error.httpCode === '403' && (await isForAll(api, error));
}

async function change({ api }: Run, bulk: Bulk<IDataObject>, works: readonly Work[]): Promise<void> {
	const request = bulk.request(works.map(({ input }) => input));
	const rows = new Map((await many(api, request, bulk.list)).map((row) => [String(row.id), row]));
	for (const work of works) {
		const id = bulk.id(work.input);
		const row = rows.get(id);
		if (row) work.done = [row];
		else work.unclear = wrongShape(api, request, id);
	}
}
