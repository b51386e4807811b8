import type { IAuthenticateGeneric, ICredentialType, INodeProperties } from 'n8n-workflow';

/** An API key of PagerDuty. Tested by the PagerDuty node, which says what the key is and whose. */
export class PagerDutyTokenApi implements ICredentialType {
	name = 'pagerDutyTokenApi';

	displayName = 'PagerDuty Token API';

	icon = {
		light: 'file:../nodes/PagerDuty/pagerduty.svg',
		dark: 'file:../nodes/PagerDuty/pagerduty.dark.svg',
	} as const;

	documentationUrl = 'https://github.com/n8n-nodes-pagerduty/n8n-nodes-pagerduty#connect-your-account';

	properties: INodeProperties[] = [
		{
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
				{ name: 'Custom Base URL', value: 'custom', description: 'A proxy or a stand-in for tests' },
			],
			default: 'us',
			description: 'Where the PagerDuty account lives. A key works in its own region only.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			displayOptions: { show: { region: ['custom'] } },
			default: '',
			placeholder: 'e.g. https://pagerduty-proxy.example.com',
			description: 'Must start with https://. Plain http:// is allowed for localhost only.',
		},
		{
			displayName: 'API Key',
			name: 'apiToken',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description:
				'In PagerDuty: Integrations > API Access Keys for an account key, or your profile > User Settings for a key of your own',
		},
		{
			displayName: 'From Email',
			name: 'fromEmail',
			type: 'string',
			default: '',
			placeholder: 'e.g. nathan@example.com',
			description:
				'A PagerDuty user in whose name incidents are created and changed. An account key needs it; a user key may leave it empty.',
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { Authorization: '=Token token={{$credentials.apiToken.trim()}}' } },
	};
}
