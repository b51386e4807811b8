import type { INodeProperties } from 'n8n-workflow';

/** The first fields of every credential. */
export const region: INodeProperties = {
	displayName: 'Region',
	name: 'region',
	type: 'options',
	options: [
		{
			name: 'US',
			value: 'us',
			description: 'Your PagerDuty address ends in pagerduty.com, without "eu" in it',
		},
		{ name: 'EU', value: 'eu', description: 'Your PagerDuty address ends in eu.pagerduty.com' },
		{ name: 'Custom Base URL', value: 'custom', description: 'A proxy, or the sandbox of this package' },
	],
	default: 'us',
	description: 'Where the PagerDuty account lives. A key works in its own region only.',
};

export const baseUrl: INodeProperties = {
	displayName: 'Base URL',
	name: 'baseUrl',
	type: 'string',
	required: true,
	displayOptions: { show: { region: ['custom'] } },
	default: '',
	placeholder: 'e.g. https://pagerduty-proxy.example.com',
	description: 'Must start with https://. Plain http:// is allowed for localhost only.',
};
