import type { IDataObject } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';

import { rowsOf } from '../api/answer';
import type { Api } from '../api/client';
import { failItem } from './failure';
import type { Bulk } from './operation';
import { readInput } from './read';
import { settleItem, type Outcome, type Run } from './item';

interface Part {
	readonly item: number;
	readonly input: IDataObject;
}

/**
 * Runs many items with as few requests as PagerDuty allows, in the order of the items. When PagerDuty refuses
 * a request because of something in it, its items are tried one by one, so that only the bad ones fail.
 */
export async function runBulk(run: Run, items: readonly number[]): Promise<Outcome[]> {
	const bulk = run.operation.bulk as Bulk<IDataObject>;
	const outcomes: Outcome[] = [];
	const parts: Part[] = [];
	for (const item of items) {
		try {
			parts.push({ item, input: readInput(run.host, run.operation, item) });
		} catch (error) {
			outcomes[item] = failItem(run.host, error, item);
		}
	}
	for (const group of groups(parts, bulk)) await runGroup(run, bulk, group, outcomes);
	return outcomes;
}

/** Neighbours that can share a request: not too many, no ID twice (their order counts), one From user. */
function groups(parts: readonly Part[], bulk: Bulk<IDataObject>): Part[][] {
	const all: Part[][] = [];
	let ids = new Set<string>();
	for (const part of parts) {
		const group = all.at(-1);
		const id = bulk.id(part.input);
		if (
			group &&
			group.length < bulk.max &&
			!ids.has(id) &&
			group[0]?.input.fromEmail === part.input.fromEmail
		) {
			group.push(part);
		} else {
			all.push([part]);
			ids = new Set();
		}
		ids.add(id);
	}
	return all;
}

async function runGroup(
	run: Run,
	bulk: Bulk<IDataObject>,
	group: readonly Part[],
	outcomes: Outcome[],
): Promise<void> {
	const changed =
		group.length > 1 ? await changeTogether(run.api, bulk, group) : new Map<string, IDataObject>();
	for (const { item, input } of group) {
		if (!(changed instanceof Map)) {
			outcomes[item] = failItem(run.host, changed.error, item);
			continue;
		}
		const object = changed.get(bulk.id(input));
		outcomes[item] = object ? [object] : await settleItem(run, item);
	}
}

/** What PagerDuty answers when one item of a request is bad, or not for this user. */
const oneIsBad = ['400', '403', '404', '413', '422'];

/** The changed objects by ID, none when the request was refused for an item in it; or the error that any item would meet. */
async function changeTogether(
	api: Api,
	bulk: Bulk<IDataObject>,
	group: readonly Part[],
): Promise<Map<string, IDataObject> | { error: unknown }> {
	try {
		const answer = await api.call(bulk.request(group.map(({ input }) => input)));
		return new Map(rowsOf(answer, bulk.list).map((row) => [String(row.id), row]));
	} catch (error) {
		return error instanceof NodeApiError && oneIsBad.includes(error.httpCode ?? '') ? new Map() : { error };
	}
}
