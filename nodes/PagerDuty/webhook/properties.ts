import type { INodeProperties } from 'n8n-workflow';

import { authentication } from '../fields/authentication';
import { serviceIds } from '../fields/service';
import { teamIds } from '../fields/team';
import { eventTypes } from './events';
import { filters } from './filterFields';

/** The trigger's form. */
export const properties: INodeProperties[] = [
	{
		displayName: 'Subscription',
		name: 'subscription',
		type: 'options',
		options: [
			{
				name: 'Automatic',
				value: 'automatic',
				description: 'The webhook subscriptions in PagerDuty are made, mended and deleted for you',
			},
			{
				name: 'Manual',
				value: 'manual',
				description: 'You set the webhook up in PagerDuty yourself, and n8n needs its signing secret only',
			},
		],
		default: 'automatic',
		description: 'Who looks after the webhook in PagerDuty',
	},
	{
		displayName:
			'<b>Set up the webhook in PagerDuty:</b><br>1. Copy the Production URL of this node (above, under Webhook URLs).<br>2. In PagerDuty, open Integrations > Generic Webhooks (v3) and choose New Webhook.<br>3. Paste the URL, choose what to watch (the account, a service or a team) and the events, and add the webhook.<br>4. PagerDuty now shows the signing secret, this one time only: copy it into the credential of this node.<br>5. Choose the same events below, and activate this workflow.<br>For a test run in the editor, a second webhook with the Test URL is needed: put both secrets into the credential.',
		name: 'manualNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { subscription: ['manual'] } },
	},
	// n8n's editor hides what a field that chooses credentials names here; with a slash it does not see the name.
	{ ...authentication, displayOptions: { show: { '/subscription': ['automatic'] } } },
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		required: true,
		options: eventTypes,
		default: ['incident.triggered'],
		description: 'What starts the workflow. Events of other types are ignored.',
	},
	{
		displayName: 'Scope',
		name: 'scope',
		type: 'options',
		displayOptions: { show: { subscription: ['automatic'] } },
		options: [
			{
				name: 'Whole Account',
				value: 'account',
				description: 'Events of all services. The key or app needs the rights of an account administrator.',
			},
			{
				name: 'Services',
				value: 'service',
				description: 'Events of the services that you choose, with one webhook subscription for each',
			},
			{
				name: 'Teams',
				value: 'team',
				description: 'Events of the teams that you choose, with one webhook subscription for each',
			},
		],
		default: 'account',
		description: 'Whose events are watched',
	},
	{
		...serviceIds,
		required: true,
		displayOptions: { show: { subscription: ['automatic'], scope: ['service'] } },
	},
	{
		...teamIds,
		required: true,
		displayOptions: { show: { subscription: ['automatic'], scope: ['team'] } },
	},
	filters,
];
