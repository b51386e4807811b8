import { path } from '../../api/path';
import { get } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { options } from '../../fields/collection';
import { statusPageId } from '../../fields/objects/statusPage';
import { listed } from '../../fields/paging';
import { parallelRequests } from '../../fields/parallelRequests';
import { simplePart, statusPage } from './resource';

/** operationId listStatusPageServices */
export const getServices = defineOperation({
	of: statusPage,
	option: {
		name: 'Get Services',
		value: 'getServices',
		action: 'Get the services of a status page',
		description: 'List the services that a status page shows',
	},
	fields: [statusPageId, ...listed, options(parallelRequests)],
	request: ({ statusPageId }) => get(path`/status_pages/${statusPageId}/services`),
	answer: { list: 'services', paging: 'none' },
	simple: simplePart,
});
