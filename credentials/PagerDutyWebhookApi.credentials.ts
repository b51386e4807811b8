import type { ICredentialType, INodeProperties } from 'n8n-workflow';

/**
 * The signing secrets of webhooks that were set up in PagerDuty by hand. The PagerDuty Trigger tests it: PagerDuty offers
 * nothing to ask, so it looks for slips of the hand. Source: https://developer.pagerduty.com/docs/verifying-webhook-signatures
 */
export class PagerDutyWebhookApi implements ICredentialType {
	name = 'pagerDutyWebhookApi';

	displayName = 'PagerDuty Webhook API';

	icon = {
		light: 'file:../nodes/PagerDuty/pagerduty.svg',
		dark: 'file:../nodes/PagerDuty/pagerduty.dark.svg',
	} as const;

	documentationUrl = 'https://github.com/n8n-nodes-pagerduty/n8n-nodes-pagerduty#connect-your-account';

	properties: INodeProperties[] = [
		{
			displayName: 'Signing Secrets',
			name: 'signingSecrets',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description:
				'PagerDuty shows the secret once, when you create the webhook. Separate several with commas: while you rotate a secret, or for several webhooks of the same trigger. Use one credential per trigger: every trigger that uses this credential accepts what is signed with any of these secrets.',
		},
	];
}
