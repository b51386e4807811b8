import type { ICredentialType, INodeProperties } from 'n8n-workflow';

import { baseUrl, region } from '../nodes/PagerDuty/fields/region';

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
		region,
		baseUrl,
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
