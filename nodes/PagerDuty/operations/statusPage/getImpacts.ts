import { path } from '../../api/path';
import { get } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { filters, options } from '../../fields/collection';
import { statusPageId } from '../../fields/objects/statusPage';
import { listed } from '../../fields/paging';
import { parallelRequests } from '../../fields/parallelRequests';
import { postType } from '../../fields/postType';
import { simplePart, statusPage } from './resource';

/** operationId listStatusPageImpacts */
export const getImpacts = defineOperation({
	of: statusPage,
	option: {
		name: 'Get Impacts',
		value: 'getImpacts',
		action: 'Get the impacts of a status page',
		description: 'List what a status page can say of a service: that it works, is slow, is down',
	},
	fields: [statusPageId, ...listed, filters(postType), options(parallelRequests)],
	request: ({ statusPageId, ...query }) => get(path`/status_pages/${statusPageId}/impacts`, query),
	answer: { list: 'impacts', paging: 'none' },
	simple: simplePart,
});
