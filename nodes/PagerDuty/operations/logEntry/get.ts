import { path } from '../../api/path';
import { get as getFrom } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { options } from '../../fields/collection';
import { logEntryId } from '../../fields/objects/logEntry';
import { parallelRequests } from '../../fields/parallelRequests';
import { simplify } from '../../fields/simplify';
import { timeZone } from '../../fields/time';
import { includeOfLogEntry, logEntry } from './resource';

/** operationId getLogEntry */
export const get = defineOperation({
	of: logEntry,
	option: { name: 'Get', value: 'get', action: 'Get a log entry', description: 'Read one log entry' },
	fields: [logEntryId, simplify, options(includeOfLogEntry, parallelRequests, timeZone)],
	request: ({ logEntryId, ...query }) => getFrom(path`/log_entries/${logEntryId}`, query),
});
