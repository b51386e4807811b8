import { path } from '../../api/path';
import { get } from '../../api/request';
import { newestFirst } from '../../api/windows';
import { defineOperation } from '../../engine/operation';
import { options } from '../../fields/collection';
import { listed } from '../../fields/paging';
import { parallelRequests } from '../../fields/parallelRequests';
import { backwards, range, timeZone } from '../../fields/time';
import { filtersOfLog, incidentOfScope, scope } from './fields';
import { includeOfLogEntry, logEntry } from './resource';

/** operationId listLogEntries, listIncidentLogEntries · newest first; PagerDuty knows no other order. */
export const getAll = defineOperation({
	of: logEntry,
	option: {
		name: 'Get Many',
		value: 'getAll',
		action: 'Get many log entries',
		description: 'List what happened to the incidents of the account, or to one incident',
	},
	fields: [
		scope,
		incidentOfScope,
		...listed,
		filtersOfLog,
		options(includeOfLogEntry, parallelRequests, timeZone),
	],
	conflict: backwards,
	request: ({ scope: _, incidentId, since, until, ...query }) =>
		get(incidentId === undefined ? path`/log_entries` : path`/incidents/${incidentId}/log_entries`, {
			...range({ since, until }),
			...query,
		}),
	answer: { windows: () => newestFirst },
});
