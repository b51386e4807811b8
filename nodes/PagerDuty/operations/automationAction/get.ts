import { path } from '../../api/path';
import { get as getFrom } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { options } from '../../fields/collection';
import { automationActionId } from '../../fields/objects/automationAction';
import { parallelRequests } from '../../fields/parallelRequests';
import { simplify } from '../../fields/simplify';
import { automationAction } from './resource';

/** operationId getAutomationAction */
export const get = defineOperation({
	of: automationAction,
	option: {
		name: 'Get',
		value: 'get',
		action: 'Get an automation action',
		description: 'Read one automation action',
	},
	fields: [automationActionId, simplify, options(parallelRequests)],
	request: ({ automationActionId }) => getFrom(path`/automation_actions/actions/${automationActionId}`),
});
