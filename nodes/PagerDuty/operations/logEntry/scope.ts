import type { INodeProperties } from 'n8n-workflow';

import { incidentId } from '../../fields/incident';

export const scope: INodeProperties = {
	displayName: 'Scope',
	name: 'scope',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Account',
			value: 'account',
			description: 'What happened to all incidents, however old they are',
		},
		{ name: 'Incident', value: 'incident', description: 'What happened to one incident' },
	],
	default: 'account',
	description: 'Whose log to read',
};

export const incidentOfScope: INodeProperties = {
	...incidentId,
	displayOptions: { show: { scope: ['incident'] } },
};
