import { path } from '../../api/path';
import { get } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { options } from '../../fields/collection';
import { businessServiceId } from '../../fields/objects/businessService';
import { parallelRequests } from '../../fields/parallelRequests';
import { simplify } from '../../fields/simplify';
import { dependencies } from '../service/dependencies';
import { businessService } from './resource';

/** operationId getBusinessServiceServiceDependencies */
export const getDependencies = defineOperation({
	of: businessService,
	option: {
		name: 'Get Dependencies',
		value: 'getDependencies',
		action: 'Get the dependencies of a business service',
		description: 'List which services a business service needs, and which need it: one item for each',
	},
	fields: [businessServiceId, simplify, options(parallelRequests)],
	...dependencies,
	request: ({ businessServiceId }) => get(path`/service_dependencies/business_services/${businessServiceId}`),
});
