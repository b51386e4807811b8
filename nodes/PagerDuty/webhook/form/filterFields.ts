import type { INodeProperties } from 'n8n-workflow';

import { escalationPolicyIds } from '../../fields/objects/escalationPolicy';
import { urgency } from '../../fields/urgency';

/**
 * The fields of the filters that `delivery/filters.ts` applies. An automatic subscription has a credential to load lists
 * with; for a manual one, IDs and names are typed.
 */
export const filters: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	description: 'Start the workflow only for matching incidents. An incident must match every filter you add.',
	options: [
		{
			...escalationPolicyIds,
			displayOptions: { show: { '/subscription': ['automatic'] } },
			description:
				'Only incidents with these escalation policies. Applies to events about the incident itself. Events about notes, responders, tasks and services do not carry this and always pass. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		},
		{
			displayName: 'Escalation Policy Names or IDs',
			name: 'escalationPolicyIds',
			type: 'string',
			displayOptions: { show: { '/subscription': ['manual'] } },
			default: '',
			placeholder: 'e.g. Default, PABC123',
			description:
				'Only incidents with these escalation policies, separated by commas. Applies to events about the incident itself. Events about notes, responders, tasks and services do not carry this and always pass.',
		},
		{
			displayName: 'Priority Names or IDs',
			name: 'priorityIds',
			type: 'multiOptions',
			typeOptions: { loadOptionsMethod: 'loadPriorities' },
			displayOptions: { show: { '/subscription': ['automatic'] } },
			default: [],
			description:
				'Only incidents with these priorities. Applies to events about the incident itself. Events about notes, responders, tasks and services do not carry this and always pass. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		},
		{
			displayName: 'Priority Names or IDs',
			name: 'priorityIds',
			type: 'string',
			displayOptions: { show: { '/subscription': ['manual'] } },
			default: '',
			placeholder: 'e.g. P1, P2',
			description:
				'Only incidents with these priorities, separated by commas. Applies to events about the incident itself. Events about notes, responders, tasks and services do not carry this and always pass.',
		},
		{
			displayName: 'Title Contains',
			name: 'titleContains',
			type: 'string',
			default: '',
			placeholder: 'e.g. checkout',
			description:
				'Only incidents whose title contains this text. Case does not matter. Applies to all incident events that name the title, including those about notes and tasks. Service events always pass.',
		},
		{
			...urgency,
			description:
				'Only incidents with this urgency. Applies to events about the incident itself. Events about notes, responders, tasks and services do not carry this and always pass.',
		},
	],
};
