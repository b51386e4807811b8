import type { IDataObject } from 'n8n-workflow';

import type { Api } from '../../../api/client';
import type { ListShape } from '../../../api/list';
import { path, type Path } from '../../../api/path';
import { newestFirst } from '../../../api/windows';
import { isDated, readableRows } from '../readableRows';
import { isoTime } from '../source';

const entries: ListShape = { list: 'log_entries', paging: 'offset', windows: () => newestFirst };

/** Which log entries to read. Times are in milliseconds since 1970. */
interface Selection {
	readonly since?: number;
	/** Now, if left out. */
	readonly until?: number;
	readonly teamIds?: readonly string[];
	readonly limit?: number;
}

/** Log entries of the account from a time on (milliseconds since 1970), each with its incident; oldest first. Source: operationId listLogEntries */
export async function accountLog(
	api: Api,
	{ since, until, teamIds, limit }: Selection,
): Promise<IDataObject[]> {
	return await read(api, path`/log_entries`, { since, until, teamIds, limit });
}

/** The log entries of one incident from a time on (milliseconds since 1970), or all; oldest first. Source: operationId listIncidentLogEntries */
export async function incidentLog(api: Api, incidentId: string, since?: number): Promise<IDataObject[]> {
	return await read(api, path`/incidents/${incidentId}/log_entries`, { since });
}

async function read(
	api: Api,
	target: Path,
	{ since, until, teamIds, limit }: Selection,
): Promise<IDataObject[]> {
	const query = {
		since: since === undefined ? undefined : isoTime(since),
		until: until === undefined ? undefined : isoTime(until),
		'team_ids[]': teamIds,
		'include[]': ['incidents'],
	};
	const rows = await readableRows(api, { method: 'GET', path: target, query }, entries, isDated, limit);
	// Of those of one second the order that PagerDuty lists them in is all that tells which came first.
	return rows.reverse();
}
