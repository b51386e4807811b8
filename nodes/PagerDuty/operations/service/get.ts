import { path } from '../../api/path';
import { get as getFrom } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { options } from '../../fields/collection';
import { parallelRequests } from '../../fields/parallelRequests';
import { serviceId } from '../../fields/objects/service';
import { simplify } from '../../fields/simplify';
import { includeOfService, service } from './resource';

/** operationId getService */
export const get = defineOperation({
	of: service,
	option: { name: 'Get', value: 'get', action: 'Get a service', description: 'Read one service' },
	fields: [serviceId, simplify, options(includeOfService, parallelRequests)],
	request: ({ serviceId, ...query }) => getFrom(path`/services/${serviceId}`, query),
});
