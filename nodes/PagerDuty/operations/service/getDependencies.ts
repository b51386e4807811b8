import { path } from '../../api/path';
import { get } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { options } from '../../fields/collection';
import { serviceId } from '../../fields/objects/service';
import { parallelRequests } from '../../fields/parallelRequests';
import { simplify } from '../../fields/simplify';
import { dependencies } from './dependencies';
import { service } from './resource';

/** operationId getTechnicalServiceServiceDependencies */
export const getDependencies = defineOperation({
	of: service,
	option: {
		name: 'Get Dependencies',
		value: 'getDependencies',
		action: 'Get the dependencies of a service',
		description: 'List which services a service needs, and which need it: one item for each',
	},
	fields: [serviceId, simplify, options(parallelRequests)],
	...dependencies,
	request: ({ serviceId }) => get(path`/service_dependencies/technical_services/${serviceId}`),
});
