import type {
	IHookFunctions,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { credentialTest } from './credentialTest';
import { loadEscalationPolicies } from './fields/escalationPolicy';
import { loadPriorities } from './fields/priority';
import { loadServices } from './fields/service';
import { loadTeams } from './fields/team';
import { properties } from './webhook/properties';
import { receive } from './webhook/receive';
import { testSigningSecrets } from './webhook/signingSecrets';
import { checkExists, create, remove } from './webhook/subscriptions';

/** Starts workflows on PagerDuty's webhook events. How it subscribes and what it trusts stands in `webhook/`. */
export class PagerDutyTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'PagerDuty Trigger',
		name: 'pagerDutyTrigger',
		icon: { light: 'file:pagerduty.svg', dark: 'file:pagerduty.dark.svg' },
		group: ['trigger'],
		version: [1],
		subtitle: '={{ $parameter["events"].join(", ") }}',
		description: 'Starts the workflow when something happens to a PagerDuty incident or service',
		eventTriggerDescription: 'Waiting for PagerDuty to send an event',
		activationMessage: 'PagerDuty events now start this workflow.',
		defaults: { name: 'PagerDuty Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		// n8n hides every parameter that credentials name in their displayOptions; with a slash it does not see the name.
		credentials: [
			{
				name: 'pagerDutyTokenApi',
				required: true,
				displayOptions: { show: { '/subscription': ['automatic'], authentication: ['token'] } },
				testedBy: 'testToken',
			},
			{
				name: 'pagerDutyAppOAuth2Api',
				required: true,
				displayOptions: { show: { '/subscription': ['automatic'], authentication: ['oAuth2'] } },
			},
			{
				name: 'pagerDutyWebhookApi',
				required: true,
				displayOptions: { show: { '/subscription': ['manual'] } },
				testedBy: 'testSigningSecrets',
			},
		],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				path: 'webhook',
				// The address is of use to people only who enter it in PagerDuty themselves.
				ndvHideUrl: '={{ $parameter["subscription"] !== "manual" }}',
			},
		],
		properties,
	};

	methods = {
		credentialTest: { testSigningSecrets, testToken: credentialTest.testToken },
		loadOptions: { loadEscalationPolicies, loadPriorities, loadServices, loadTeams },
	};

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await checkExists(this);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await create(this);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return await remove(this);
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this);
	}
}
