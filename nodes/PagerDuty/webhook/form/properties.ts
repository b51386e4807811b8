import type { INodeProperties } from 'n8n-workflow';

import { authentication } from '../../fields/authentication';
import { serviceIds } from '../../fields/objects/service';
import { teamIds } from '../../fields/objects/team';
import { options } from './addToOutput';
import { eventTypes } from './events';
import { filters } from './filters';

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
				description: 'Webhook subscriptions in PagerDuty are created, checked and deleted for you',
			},
			{
				name: 'Manual',
				value: 'manual',
				description: 'You add the webhook in PagerDuty yourself. n8n only needs its signing secret.',
			},
		],
		default: 'automatic',
		description: 'Who manages the webhook in PagerDuty',
	},
	{
		// n8n 2 removes all HTML from a notice but links and lists.
		displayName:
			'Set up the webhook in PagerDuty:<ul><li>Copy the Production URL of this node, shown above under Webhook URLs.</li><li>In PagerDuty, open Integrations > Generic Webhooks (v3) and choose New Webhook.</li><li>Paste the URL, choose the scope and the events, and add the webhook.</li><li>PagerDuty now shows the signing secret. It does so only once: copy it into the credential of this node.</li><li>Choose the same events below, then publish (activate) this workflow.</li></ul>To test in the editor, add a second webhook with the Test URL, and put both signing secrets into the credential.',
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
		description: 'The events that start the workflow. All other events are ignored.',
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
				description: 'Events from all services. The key or app needs the rights of an account administrator.',
			},
			{
				name: 'Services',
				value: 'service',
				description: 'Events from the services you choose, with one webhook subscription per service',
			},
			{
				name: 'Teams',
				value: 'team',
				description: 'Events from the teams you choose, with one webhook subscription per team',
			},
		],
		default: 'account',
		description:
			'Where events come from. PagerDuty allows 10 webhook subscriptions for the whole account, and 10 for each service and each team.',
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
	options,
];
