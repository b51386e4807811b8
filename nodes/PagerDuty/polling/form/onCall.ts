import type { INodeProperties } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { escalationPolicyIds } from '../../fields/objects/escalationPolicy';
import { scheduleIds } from '../../fields/objects/schedule';
import { oneOf } from '../../fields/oneOf';
import { atLeastOne, idsIn, type Form } from './validate';

/** What is watched: the people of some schedules, or of the levels of some escalation policies. */
export interface Watched {
	readonly of: 'schedule' | 'escalation_policy';
	readonly ids: string[];
	/** 0 for all levels. */
	readonly level: number;
}

export const onCallFields: INodeProperties[] = [
	{
		displayName: 'Watch',
		name: 'onCallOf',
		type: 'options',
		displayOptions: { show: { source: ['onCallHandoff'] } },
		options: [
			{
				name: 'Escalation Policies',
				value: 'escalationPolicy',
				description: 'Who is on call on a level of an escalation policy, through a schedule or directly',
			},
			{
				name: 'Schedules',
				value: 'schedule',
				description: 'Who is on call in a schedule. The schedule must be used in an escalation policy.',
			},
		],
		default: 'schedule',
		description: 'Whose on-call handoffs start the workflow',
	},
	{
		...scheduleIds,
		required: true,
		displayOptions: { show: { source: ['onCallHandoff'], onCallOf: ['schedule'] } },
	},
	{
		...escalationPolicyIds,
		required: true,
		displayOptions: { show: { source: ['onCallHandoff'], onCallOf: ['escalationPolicy'] } },
		description:
			'The escalation policies to watch. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	{
		displayName: 'Escalation Level',
		name: 'escalationLevel',
		type: 'number',
		typeOptions: { minValue: 0 },
		displayOptions: { show: { source: ['onCallHandoff'], onCallOf: ['escalationPolicy'] } },
		default: 1,
		description: 'The level to watch. 0 watches every level, each on its own.',
	},
];

/** @throws NodeOperationError when nothing is chosen, or the level is not one: nobody would seem to be on call */
export function watchedOf(form: Form): Watched {
	const onCallOf = form.getNodeParameter('onCallOf', 'schedule');
	if (oneOf(form, 'Watch', onCallOf, ['schedule', 'escalationPolicy']) === 'schedule') {
		const schedules = atLeastOne(form, 'schedule', form.getNodeParameter('scheduleIds', []));
		return { of: 'schedule', ids: idsIn(form, 'Schedule Names or IDs', schedules), level: 0 };
	}
	const policies = atLeastOne(form, 'escalation policy', form.getNodeParameter('escalationPolicyIds', []));
	const ids = idsIn(form, 'Escalation Policy Names or IDs', policies);
	const level = Number(form.getNodeParameter('escalationLevel', 1));
	if (Number.isInteger(level) && level >= 0) return { of: 'escalation_policy', ids, level };
	throw new NodeOperationError(form.getNode(), '"Escalation Level" is not a whole number', {
		description: 'Enter the number of a level, or 0 for all levels.',
	});
}
