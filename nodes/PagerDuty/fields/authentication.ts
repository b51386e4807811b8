import type { INodeProperties } from 'n8n-workflow';

export const authentication: INodeProperties = {
	displayName: 'Authentication',
	name: 'authentication',
	type: 'options',
	options: [
		{ name: 'API Key', value: 'token', description: 'A general access key or a user key of PagerDuty' },
		{
			name: 'OAuth2',
			value: 'oAuth2',
			description: 'An app registered in PagerDuty, acting as a user or as itself',
		},
	],
	default: 'token',
};
