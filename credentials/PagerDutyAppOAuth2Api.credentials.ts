import type { ICredentialType, INodeProperties } from 'n8n-workflow';

import { access } from '../nodes/PagerDuty/fields/access';
import { baseUrl, region } from '../nodes/PagerDuty/fields/region';

/**
 * A scoped OAuth app of PagerDuty, acting as a user or as itself.
 * Source: https://developer.pagerduty.com/docs/oauth-functionality
 */
export class PagerDutyAppOAuth2Api implements ICredentialType {
	name = 'pagerDutyAppOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'PagerDuty App OAuth2 API';

	icon = {
		light: 'file:../nodes/PagerDuty/pagerduty.svg',
		dark: 'file:../nodes/PagerDuty/pagerduty.dark.svg',
	} as const;

	documentationUrl = 'https://github.com/n8n-nodes-pagerduty/n8n-nodes-pagerduty#connect-your-account';

	properties: INodeProperties[] = [
		region,
		baseUrl,
		{
			displayName: 'Acts As',
			name: 'grantType',
			type: 'options',
			options: [
				{
					name: 'User Token',
					value: 'pkce',
					description: 'You sign in to PagerDuty; the app acts in your name',
				},
				{
					name: 'App Token',
					value: 'clientCredentials',
					description: 'The app acts as itself, for one account. Writes need a From Email.',
				},
			],
			default: 'pkce',
		},
		{
			displayName: 'Subdomain',
			name: 'subdomain',
			type: 'string',
			required: true,
			displayOptions: { show: { grantType: ['clientCredentials'] } },
			default: '',
			placeholder: 'e.g. acme',
			description:
				'The first part of your PagerDuty address: acme for acme.pagerduty.com. The whole address works, too.',
		},
		{
			displayName: 'Scopes',
			// Not `scopes`: n8n's editor writes something of its own under that name into every new credential.
			name: 'appScopes',
			type: 'multiOptions',
			options: [
				{ name: 'Abilities: Read', value: 'abilities.read' },
				{ name: 'Analytics: Read', value: 'analytics.read' },
				{ name: 'Analytics: Write', value: 'analytics.write' },
				{ name: 'Change Events: Read', value: 'change_events.read' },
				{ name: 'Change Events: Write', value: 'change_events.write' },
				{ name: 'Contact Methods of Users: Read', value: 'users:contact_methods.read' },
				{ name: 'Custom Fields: Read', value: 'custom_fields.read' },
				{ name: 'Escalation Policies: Read', value: 'escalation_policies.read' },
				{ name: 'Incident Types: Read', value: 'incident_types.read' },
				{ name: 'Incident Workflow Instances: Write', value: 'incident_workflows:instances.write' },
				{ name: 'Incident Workflows: Read', value: 'incident_workflows.read' },
				{ name: 'Incidents: Read', value: 'incidents.read' },
				{ name: 'Incidents: Write', value: 'incidents.write' },
				{ name: 'Notifications of Users: Read', value: 'users:notifications.read' },
				{ name: 'On-Calls: Read', value: 'oncalls.read' },
				{ name: 'Priorities: Read', value: 'priorities.read' },
				{ name: 'Schedules: Read', value: 'schedules.read' },
				{ name: 'Schedules: Write', value: 'schedules.write' },
				{ name: 'Services: Read', value: 'services.read' },
				{ name: 'Services: Write', value: 'services.write' },
				{ name: 'Status Pages: Read', value: 'status_pages.read' },
				{ name: 'Status Pages: Write', value: 'status_pages.write' },
				{ name: 'Subscribers: Read', value: 'subscribers.read' },
				{ name: 'Subscribers: Write', value: 'subscribers.write' },
				{ name: 'Tags: Read', value: 'tags.read' },
				{ name: 'Teams: Read', value: 'teams.read' },
				{ name: 'Templates: Read', value: 'templates.read' },
				{ name: 'Users: Read', value: 'users.read' },
				{ name: 'Webhook Subscriptions: Read', value: 'webhook_subscriptions.read' },
				{ name: 'Webhook Subscriptions: Write', value: 'webhook_subscriptions.write' },
			],
			// Filled in here, it would be empty for people all the same: n8n's editor clears a list of choices that is new to it.
			default: [],
			description:
				'What this connection may do. Leave this empty for everything that the nodes need. The app in PagerDuty must have the same scopes; connect again after a change. With read-only access, scopes to write are left out.',
		},
		{
			displayName: 'Scope',
			name: 'scope',
			type: 'hidden',
			default:
				'={{ ($self["grantType"] === "clientCredentials" ? "as_account-" + ($self["region"] === "eu" ? "eu" : "us") + "." + String($self["subdomain"] ?? "").trim().toLowerCase().replace(/^[a-z]+:\\/\\//, "").split(/[./:?#]/)[0] + " " : "") + ([$self["appScopes"] ?? []].flat().join(" ") || "abilities.read analytics.read analytics.write change_events.read change_events.write custom_fields.read escalation_policies.read incident_types.read incident_workflows.read incident_workflows:instances.write incidents.read incidents.write oncalls.read priorities.read schedules.read schedules.write services.read services.write status_pages.read status_pages.write subscribers.read subscribers.write tags.read teams.read templates.read users.read users:contact_methods.read users:notifications.read webhook_subscriptions.read webhook_subscriptions.write").split(" ").filter((scope) => ["readWrite", undefined].includes($self["access"]) || scope.endsWith(".read") || scope === "analytics.write").join(" ") }}',
		},
		{
			displayName: 'Authorization URL',
			name: 'authUrl',
			type: 'hidden',
			required: true,
			default:
				'={{ $self["region"] === "custom" ? $self["baseUrl"].trim().replace(/^http:(?!\\/\\/(localhost|127(\\.\\d+){3}|\\[::1\\])(:\\d+)?(\\/|$))/i, "https:").replace(/\\/+$/, "") + "/oauth/authorize" : "https://identity.pagerduty.com/oauth/authorize" }}',
		},
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'hidden',
			required: true,
			default:
				'={{ $self["region"] === "custom" ? $self["baseUrl"].trim().replace(/^http:(?!\\/\\/(localhost|127(\\.\\d+){3}|\\[::1\\])(:\\d+)?(\\/|$))/i, "https:").replace(/\\/+$/, "") + "/oauth/token" : "https://identity.pagerduty.com/oauth/token" }}',
		},
		{ displayName: 'Auth URI Query Parameters', name: 'authQueryParameters', type: 'hidden', default: '' },
		{ displayName: 'Authentication', name: 'authentication', type: 'hidden', default: 'body' },
		{
			displayName: 'From Email',
			name: 'fromEmail',
			type: 'string',
			default: '',
			placeholder: 'e.g. nathan@example.com',
			description:
				'A PagerDuty user in whose name incidents are created and changed. An app token needs it; a user token may leave it empty.',
		},
		access,
	];
}
