import type {
	IExecuteFunctions,
	IHookFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	ITriggerFunctions,
	ITriggerResponse,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { inFull } from './api/errors';
import { credentialTest } from './credentialTest';
import { loadEscalationPolicies } from './fields/objects/escalationPolicy';
import { loadIncidentTypes } from './fields/objects/incidentType';
import { loadPriorities } from './fields/objects/priority';
import { loadServices } from './fields/objects/service';
import { loadTeams } from './fields/objects/team';
import { loadUsers } from './fields/objects/user';
import { releasedItems } from './webhook/delivery/idempotency/executionGate';
import { receive } from './webhook/delivery/receive';
import { testSigningSecrets } from './webhook/delivery/signingSecrets';
import { properties } from './webhook/form/properties';
import { checkExists, create } from './webhook/subscription/lifecycle';
import { remove } from './webhook/subscription/remove';
import { scheduleResync } from './webhook/subscription/resync';

/** Starts workflows on PagerDuty's webhook events. See `webhook/delivery` and `webhook/subscription`. */
export class PagerDutyTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'PagerDuty Trigger',
		name: 'pagerDutyTrigger',
		icon: { light: 'file:pagerduty.svg', dark: 'file:pagerduty.dark.svg' },
		group: ['trigger'],
		// Both are the same. For every node of version 1 n8n evaluates an expression with each delivery (`parseRequestBody`
		// in its `webhook-helpers`), which may cost it a JavaScript sandbox of its own.
		version: [1, 1.1],
		subtitle: `={{ [$parameter.events].flat().map((event) => event.replace('.incident_', '.').split(/[._]/).map((word) => word[0].toUpperCase() + word.slice(1)).join(' ')).join(', ') }}`,
		// n8n's list of nodes shows this for the trigger and for the actions of the PagerDuty node together.
		description:
			'Community node: starts workflows on events of incidents and services, or creates, reads and changes incidents',
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
				// With nothing here n8n asks `webhook()` for the answer's body, and only then: see `webhook/delivery/receive.ts`.
				responseData: '',
				path: 'webhook',
				// The address is of use to people only who enter it in PagerDuty themselves.
				ndvHideUrl: '={{ $parameter["subscription"] !== "manual" }}',
			},
		],
		properties,
	};

	methods = {
		credentialTest: { testSigningSecrets, testToken: credentialTest.testToken },
		loadOptions: {
			loadEscalationPolicies,
			loadIncidentTypes,
			loadPriorities,
			loadServices,
			loadTeams,
			loadUsers,
		},
	};

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await inFull(checkExists(this));
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await inFull(create(this));
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return await inFull(remove(this));
			},
		},
	};

	/** Not for events, which come to {@link webhook}: n8n calls no lifecycle method at its start of a node without this. */
	async trigger(this: ITriggerFunctions): Promise<ITriggerResponse> {
		return scheduleResync(this);
	}

	/** Releases what {@link webhook} took. Without this a test run in the editor would wait for {@link trigger} to give something. */
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await releasedItems(this);
	}

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this);
	}
}
