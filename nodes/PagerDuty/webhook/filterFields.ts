import type { INodeProperties } from 'n8n-workflow';

import { escalationPolicyIds } from '../fields/escalationPolicy';

/** What `filters.ts` judges. Lists can be picked where there is a credential to ask PagerDuty with, and typed where there is none. */
export const filters: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	description: 'Start the workflow only for some incidents. All filters that are added must fit.',
	options: [
		{
			...escalationPolicyIds,
			displayOptions: { show: { '/subscription': ['automatic'] } },
			description:
				'Only incidents that use these escalation policies. Judges events about the incident itself; notes, responders, tasks and services do not say it and always pass. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		},
		{
			displayName: 'Escalation Policy Names or IDs',
			name: 'escalationPolicyIds',
			type: 'string',
			displayOptions: { show: { '/subscription': ['manual'] } },
			default: '',
			placeholder: 'e.g. Default, PABC123',
			description:
				'Only incidents that use these escalation policies, separated by commas. Judges events about the incident itself; notes, responders, tasks and services do not say it and always pass.',
		},
		{
			displayName: 'Priority Names or IDs',
			name: 'priorityIds',
			type: 'multiOptions',
			typeOptions: { loadOptionsMethod: 'loadPriorities' },
			displayOptions: { show: { '/subscription': ['automatic'] } },
			default: [],
			description:
				'Only incidents of these priorities. Judges events about the incident itself; notes, responders, tasks and services do not say it and always pass. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		},
		{
			displayName: 'Priority Names or IDs',
			name: 'priorityIds',
			type: 'string',
			displayOptions: { show: { '/subscription': ['manual'] } },
			default: '',
			placeholder: 'e.g. P1, P2',
			description:
				'Only incidents of these priorities, separated by commas. Judges events about the incident itself; notes, responders, tasks and services do not say it and always pass.',
		},
		{
			displayName: 'Title Contains',
			name: 'titleContains',
			type: 'string',
			default: '',
			placeholder: 'e.g. checkout',
			description:
				'Only incidents with this text in their title, in upper or lower case. Judges all incident events that name the title, so notes and tasks too; service events always pass.',
		},
		{
			displayName: 'Urgency',
			name: 'urgency',
			type: 'options',
			options: [
				{ name: 'High', value: 'high' },
				{ name: 'Low', value: 'low' },
			],
			default: 'high',
			description:
				'Only incidents of this urgency. Judges events about the incident itself; notes, responders, tasks and services do not say it and always pass.',
		},
	],
};
