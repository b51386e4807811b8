import type { ICredentialType, INodeProperties } from 'n8n-workflow';

/**
 * The integration key of one PagerDuty service. The PagerDuty node tests it: it resolves an alert that does not exist, which PagerDuty
 * accepts and drops. Source: https://developer.pagerduty.com/docs/send-alert-event
 */
export class PagerDutyEventsApi implements ICredentialType {
	name = 'pagerDutyEventsApi';

	displayName = 'PagerDuty Events API';

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
			description: 'Where the PagerDuty account lives',
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
			displayName: 'Integration Key',
			name: 'integrationKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description:
				'32 characters. In PagerDuty: Service > Integrations > Add an integration > Events API V2, then copy its key.',
		},
	];
}
