import { path } from '../../api/path';
import { get as getFrom } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { options } from '../../fields/collection';
import { changeEventId } from '../../fields/objects/changeEvent';
import { parallelRequests } from '../../fields/parallelRequests';
import { simplify } from '../../fields/simplify';
import { changeEvent } from './resource';

/** operationId getChangeEvent */
export const get = defineOperation({
	of: changeEvent,
	option: { name: 'Get', value: 'get', action: 'Get a change event', description: 'Read one change event' },
	fields: [changeEventId, simplify, options(parallelRequests)],
	request: ({ changeEventId }) => getFrom(path`/change_events/${changeEventId}`),
});
