import { path } from '../../api/path';
import { get as getFrom } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { options } from '../../fields/collection';
import { templateId } from '../../fields/objects/statusTemplate';
import { parallelRequests } from '../../fields/parallelRequests';
import { simplify } from '../../fields/simplify';
import { statusTemplate } from './resource';

/** operationId getTemplate */
export const get = defineOperation({
	of: statusTemplate,
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get a status update template',
		description: 'Read one template for status updates',
	},
	fields: [templateId, simplify, options(parallelRequests)],
	request: ({ templateId }) => getFrom(path`/templates/${templateId}`),
});
