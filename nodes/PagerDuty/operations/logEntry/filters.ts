import type { INodeProperties } from 'n8n-workflow';

import { teamIds } from '../../fields/team';

export const filters: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	options: [
		{
			displayName: 'Overview Only',
			name: 'isOverview',
			type: 'boolean',
			default: true,
			description: 'Whether to list only the most important changes of an incident',
		},
		{
			displayName: 'Since',
			name: 'since',
			type: 'dateTime',
			default: '',
			description: 'Only what happened at this time or later, also to incidents that are older',
		},
		// PagerDuty knows no teams in the log of one incident.
		{ ...teamIds, displayOptions: { show: { '/scope': ['account'] } } },
		{
			displayName: 'Until',
			name: 'until',
			type: 'dateTime',
			default: '',
			description: 'Only what happened before this time',
		},
	],
};
