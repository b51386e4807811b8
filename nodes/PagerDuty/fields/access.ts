import type { INodeProperties } from 'n8n-workflow';

/** What may be done with a credential, whatever a workflow or an agent asks for. */
export const access: INodeProperties = {
	displayName: 'Access',
	name: 'access',
	type: 'options',
	options: [
		{
			name: 'Read and Write',
			value: 'readWrite',
			description: 'Nodes may read and change what the key may read and change',
		},
		{
			name: 'Read Only',
			value: 'readOnly',
			description:
				'Nodes may only read. Whatever would change something in PagerDuty fails before it is sent.',
		},
	],
	default: 'readWrite',
	description: 'Choose Read Only for AI agents and reports that should never change anything in PagerDuty',
};
