import { path } from '../../api/path';
import { get } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { filters, options } from '../../fields/collection';
import { businessServiceIds } from '../../fields/objects/businessService';
import { listed } from '../../fields/paging';
import { parallelRequests } from '../../fields/parallelRequests';
import { businessService } from './resource';

/** operationId getBusinessServiceImpacts · unless they are named, PagerDuty gives 200 at most: the most impaired ones. */
export const getImpacts = defineOperation({
	of: businessService,
	option: {
		name: 'Get Impacts',
		value: 'getImpacts',
		action: 'Get the impacts on business services',
		description:
			'List which business services suffer from open incidents, the worst first, with the highest priority among them',
	},
	fields: [...listed, filters(businessServiceIds), options(parallelRequests)],
	answer: { list: 'services', paging: 'none' },
	simple: ['id', 'name', 'status', 'additional_fields'],
	request: ({ businessServiceIds: ids }) =>
		get(path`/business_services/impacts`, {
			ids,
			additionalFields: ['services.highest_impacting_priority'],
		}),
});
