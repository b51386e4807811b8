import { path } from '../../api/path';
import { get } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { options } from '../../fields/collection';
import { serviceId } from '../../fields/objects/service';
import { listed } from '../../fields/paging';
import { parallelRequests } from '../../fields/parallelRequests';
import { backwards } from '../../fields/time';
import { filtersOfChanges } from '../changeEvent/filters';
import { changeEvent } from '../changeEvent/resource';
import { service } from './resource';

/** operationId listServiceChangeEvents */
export const getChanges = defineOperation({
	of: service,
	option: {
		name: 'Get Changes',
		value: 'getChanges',
		action: 'Get the changes of a service',
		description:
			'List what was changed in a service, newest first: deployments and the like, which may be why it fails',
	},
	fields: [serviceId, ...listed, filtersOfChanges, options(parallelRequests)],
	conflict: backwards,
	request: ({ serviceId, ...query }) => get(path`/services/${serviceId}/change_events`, query),
	answer: { list: changeEvent.list, narrowBy: 'Since or Until' },
	simple: changeEvent.simple,
});
