import type { IDataObject } from 'n8n-workflow';

import type { Api } from '../../../api/client';
import { readList } from '../../../api/list';
import { path } from '../../../api/path';
import { get } from '../../../api/request';
import { newestFirst } from '../../../api/windows';

/**
 * operationId listIncidentLogEntries · the log entries of an incident, newest first, with the text of notes: all of them,
 * each once, or up to a limit.
 */
export const logEntriesOf = async (
	api: Api,
	incidentId: string,
	{ limit, timeZone }: { readonly limit?: number; readonly timeZone?: string } = {},
): Promise<IDataObject[]> =>
	await readList(
		api,
		get(path`/incidents/${incidentId}/log_entries`, { include: ['channels'], timeZone }),
		{ list: 'log_entries', paging: 'offset', windows: () => newestFirst },
		limit,
	);
