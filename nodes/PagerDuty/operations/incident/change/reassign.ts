import { defineOperation } from '../../../engine/operation';
import { options } from '../../../fields/collection';
import { field, required } from '../../../fields/field';
import { escalationPolicyId } from '../../../fields/objects/escalationPolicy';
import { incidentId } from '../../../fields/objects/incident';
import { assigneeIds, fromEmail } from '../../../fields/objects/user';
import { simplify } from '../../../fields/simplify';
import { detailsBody } from '../fields';
import { incident } from '../resource';
import { changing } from './changing';

const assignTo = field({
	displayName: 'Assign To',
	name: 'assignTo',
	type: 'options',
	options: [
		{
			name: 'Escalation Policy',
			value: 'escalationPolicy',
			description:
				'Whoever is on call at the first level of an escalation policy, which the incident then follows',
		},
		{ name: 'Users', value: 'users', description: 'These users, and nobody after them' },
	],
	default: 'users',
	description: 'Who takes over the incident',
});

const newAssigneeIds = {
	...required(assigneeIds),
	description:
		'Users who take over the incident. An expression may also give emails. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	displayOptions: { show: { assignTo: ['users'] } },
};

const newPolicyId = {
	...required(escalationPolicyId),
	description: 'The escalation policy that takes over the incident',
	displayOptions: { show: { assignTo: ['escalationPolicy'] } },
};

/** operationId updateIncident, updateIncidents · PagerDuty notifies the new assignees. */
export const reassign = defineOperation({
	of: incident,
	option: {
		name: 'Reassign',
		value: 'reassign',
		action: 'Reassign an incident',
		description:
			'Hand an open incident over to other users or to another escalation policy, which notifies them',
	},
	fields: [incidentId, assignTo, newAssigneeIds, newPolicyId, simplify, options(fromEmail)],
	...changing(({ assigneeIds, escalationPolicyId }: Assignment) =>
		detailsBody({ assigneeIds, escalationPolicyId }),
	),
});

interface Assignment {
	readonly incidentId: string;
	readonly assigneeIds?: string[];
	readonly escalationPolicyId?: string;
}
