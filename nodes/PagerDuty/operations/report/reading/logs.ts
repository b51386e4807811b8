import type { IDataObject } from 'n8n-workflow';

import { partOf } from '../../../api/answer';
import type { Api } from '../../../api/client';
import { pageStride } from '../../../api/pages';
import { path } from '../../../api/path';
import { get, type ApiRequest } from '../../../api/request';
import { totalOf } from '../../../api/total';
import { newestFirst, windows } from '../../../api/windows';
import { mapConcurrent } from '../../../engine/mapConcurrent';
import { addEntry, lastChangeOf, type History } from '../../../report/figures/history';
import type { Range } from '../period';
import { boundsOf } from './bounds';

/** Logs of single incidents that are read at once. */
const atOnce = 5;

/**
 * Adds to each incident what happened to it, and gives the names of the people who appear there.
 *
 * The log of the account tells of all incidents at once, a hundred entries a page. Where that takes more requests than
 * reading the logs of single incidents does, those are read: when filters leave few incidents of a large account, and for
 * those that were still open at the end of the period. An incident is also read by itself where the log of the account
 * cannot tell its story: it knows nothing of reopening.
 */
export async function readLogs(
	api: Api,
	histories: readonly History[],
	{ since, until: end }: Range,
	teamIds: readonly string[] | undefined,
): Promise<Map<string, string>> {
	const people = new Map<string, string>();
	if (histories.length === 0) return people;
	const reader = new Reader(api, histories, teamIds, people);
	const until = end < Date.now() ? end : Infinity;
	const pages = await reader.pagesOf({ since, until });
	if (histories.length <= pages) {
		await reader.each(histories, { since, until: Infinity });
		return people;
	}
	const later = until === Infinity ? [] : histories.filter((history) => lastChangeOf(history) >= until);
	// The newest first, as in each part: so all entries of an incident come in one order.
	await reader.rest(later, until);
	await reader.account({ since, until });
	await reader.again(histories.filter(isDoubtful), since);
	return people;
}

/** Whether what was read of an incident cannot be all: it must have been opened, and resolved no more than once. */
function isDoubtful({ log, resolvedAt }: History): boolean {
	const count = (name: string) => log.filter(({ event }) => event === `incident.${name}`).length;
	return count('triggered') === 0 || count('resolved') > (resolvedAt === undefined ? 0 : 1);
}

class Reader {
	private readonly byId: ReadonlyMap<string, History>;

	constructor(
		private readonly api: Api,
		histories: readonly History[],
		private readonly teamIds: readonly string[] | undefined,
		private readonly people: Map<string, string>,
	) {
		this.byId = new Map(histories.map((history) => [history.id, history]));
	}

	/** How many requests the account's log of a time takes; 0 where PagerDuty does not say. */
	async pagesOf(range: Range): Promise<number> {
		return ((await totalOf(this.api, this.accountLog(range), 'log_entries')) ?? 0) / pageStride;
	}

	/** Reads what happened to some incidents from a time on, in the way that takes fewer requests. */
	async rest(histories: readonly History[], since: number): Promise<void> {
		if (histories.length === 0) return;
		const until = Math.max(...histories.map(lastChangeOf));
		if (histories.length <= (await this.pagesOf({ since, until })))
			await this.each(histories, { since, until: Infinity });
		else await this.account({ since, until });
	}

	/** Reads the log of the account. operationId listLogEntries */
	async account(range: Range): Promise<void> {
		await this.read(this.accountLog(range), range, (entry) =>
			this.byId.get(String(partOf(entry, 'incident').id)),
		);
	}

	/** Reads the logs of single incidents. operationId listIncidentLogEntries */
	async each(histories: readonly History[], range: Range): Promise<void> {
		await mapConcurrent(histories, atOnce, async (history) => {
			const log = get(path`/incidents/${history.id}/log_entries`, queryOf(range));
			await this.read(log, range, () => history);
		});
	}

	/** Reads the whole logs of incidents of which something was read before. */
	async again(histories: readonly History[], since: number): Promise<void> {
		for (const history of histories) {
			history.log.length = 0;
			history.notifications = 0;
		}
		await this.each(histories, { since, until: Infinity });
	}

	private accountLog(range: Range): ApiRequest {
		return get(path`/log_entries`, { ...queryOf(range), teamIds: this.teamIds });
	}

	private async read(
		request: ApiRequest,
		{ since, until }: Range,
		historyFor: (entry: IDataObject) => History | undefined,
	): Promise<void> {
		for await (const page of windows(this.api, request, 'log_entries', newestFirst))
			for (const entry of page) {
				const at = Date.parse(String(entry.created_at));
				const history = at >= since && at < until ? historyFor(entry) : undefined;
				if (history) addEntry(history, entry, this.people);
			}
	}
}

/** How somebody was notified stands in the channel. */
const queryOf = (range: Range) => ({ ...boundsOf(range), include: ['channels'] });
