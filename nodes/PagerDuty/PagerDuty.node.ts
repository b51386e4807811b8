import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { credentialTest } from './credentialTest';
import { describe } from './engine/form/describe';
import { run } from './engine/run';
import { answer } from './engine/wait/answer';
import { waitingTooltip, webhooks } from './engine/wait/webhooks';
import { authentication } from './fields/authentication';
import { listSearch, loadOptions, resourceMapping } from './fields/pickers';
import { resources } from './operations';

/** PagerDuty's actions. What they are stands in `operations/`, how they run in `engine/`. */
export class PagerDuty implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'PagerDuty',
		name: 'pagerDuty',
		icon: { light: 'file:pagerduty.svg', dark: 'file:pagerduty.dark.svg' },
		group: ['output'],
		version: [1],
		subtitle: `={{ [$parameter.operation.replace('getAll', 'getMany').replace('upsert', 'createOrUpdate').replace('sendAndWait', 'pageAndWaitForResponse'), $parameter.resource].map((name) => name.replace(/[A-Z]/g, ' $&').replace(/^./, (letter) => letter.toUpperCase())).join(': ') }}`,
		description:
			'Community node: create, acknowledge, resolve and update PagerDuty incidents, add notes, and read log entries, services, schedules, teams and users',
		defaults: { name: 'PagerDuty' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		webhooks,
		waitingNodeTooltip: waitingTooltip,
		credentials: [
			{
				name: 'pagerDutyTokenApi',
				required: true,
				displayOptions: { show: { authentication: ['token'] } },
				testedBy: 'testToken',
			},
			{
				name: 'pagerDutyAppOAuth2Api',
				required: true,
				displayOptions: { show: { authentication: ['oAuth2'] } },
			},
			{
				// n8n's editor offers every credential whose displayOptions name `authentication`, whatever value they want, so
				// this one must not.
				name: 'pagerDutyEventsApi',
				required: true,
				displayOptions: { show: { '/resource': ['event'] } },
				testedBy: 'testEvents',
			},
		],
		properties: [
			// Events are sent with a credential of their own.
			{ ...authentication, displayOptions: { hide: { resource: ['event'] } } },
			...describe(resources),
		],
	};

	methods = { credentialTest, listSearch, loadOptions, resourceMapping };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await run(this, resources);
	}

	/** Only for executions that wait for a person. */
	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await answer(this, resources);
	}
}
