import { path } from '../../api/path';
import { get } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { filters, options } from '../../fields/collection';
import { statusPageId } from '../../fields/objects/statusPage';
import { listed } from '../../fields/paging';
import { parallelRequests } from '../../fields/parallelRequests';
import { postType } from '../../fields/postType';
import { simplePart, statusPage } from './resource';

/** operationId listStatusPageSeverities */
export const getSeverities = defineOperation({
	of: statusPage,
	option: {
		name: 'Get Severities',
		value: 'getSeverities',
		action: 'Get the severities of a status page',
		description: 'List the words of a status page for how bad something is',
	},
	fields: [statusPageId, ...listed, filters(postType), options(parallelRequests)],
	request: ({ statusPageId, ...query }) => get(path`/status_pages/${statusPageId}/severities`, query),
	answer: { list: 'severities', paging: 'none' },
	simple: simplePart,
});
