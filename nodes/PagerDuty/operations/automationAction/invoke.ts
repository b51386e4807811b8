import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../api/answer';
import { path } from '../../api/path';
import { get, post } from '../../api/request';
import { many } from '../../api/shape';
import { defineOperation } from '../../engine/operation';
import { automationActionId } from '../../fields/objects/automationAction';
import { incidentId } from '../../fields/objects/incident';
import { simplify } from '../../fields/simplify';
import { automationAction, simpleInvocation } from './resource';

/** When an invocation was created, in milliseconds since 1970; NaN where it does not say so. */
function createdAt({ timing }: IDataObject): number {
	const [first]: unknown[] = Array.isArray(timing) ? timing : [];
	return Date.parse(isObject(first) ? String(first.timestamp) : '');
}

/** operationId createAutomationActionInvocation · The action runs afterwards: Get Invocation tells how it is getting on. */
export const invoke = defineOperation({
	of: automationAction,
	option: {
		name: 'Invoke',
		value: 'invoke',
		action: 'Invoke an automation action',
		description: 'Have a runner carry out an automation action for an incident',
	},
	fields: [automationActionId, incidentId, simplify],
	repeat: {
		safe: true,
		because: 'The invocation is looked up on the incident before the action is invoked again',
		lookUp: async (api, { automationActionId: actionId, incidentId }, { sentSince, isClaimed }) => {
			const request = get(path`/automation_actions/invocations`, { actionId, incidentId });
			const invocations = await many(api, request, 'invocations');
			const since = sentSince();
			return invocations.find((each) => createdAt(each) >= since && !isClaimed(each.id));
		},
	},
	request: ({ automationActionId, incidentId }) =>
		post(path`/automation_actions/actions/${automationActionId}/invocations`, {
			invocation: { metadata: { incident_id: incidentId } },
		}),
	answer: { one: 'invocation' },
	simple: simpleInvocation,
});
