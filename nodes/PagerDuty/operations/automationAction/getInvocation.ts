import { path } from '../../api/path';
import { get as getFrom } from '../../api/request';
import { defineOperation } from '../../engine/operation';
import { options } from '../../fields/collection';
import { invocationId } from '../../fields/objects/automationAction';
import { parallelRequests } from '../../fields/parallelRequests';
import { simplify } from '../../fields/simplify';
import { automationAction, simpleInvocation } from './resource';

/** operationId getAutomationActionsInvocation */
export const getInvocation = defineOperation({
	of: automationAction,
	option: {
		name: 'Get Invocation',
		value: 'getInvocation',
		action: 'Get the invocation of an automation action',
		description: 'Read how an automation action that was invoked is getting on, and whether it is done',
	},
	fields: [invocationId, simplify, options(parallelRequests)],
	request: ({ invocationId }) => getFrom(path`/automation_actions/invocations/${invocationId}`),
	answer: { one: 'invocation' },
	simple: simpleInvocation,
});
