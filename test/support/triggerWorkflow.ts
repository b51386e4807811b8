import { newAdditionalData } from './engine';
import { EngineCredentials, type CredentialData } from './engineCredentials';
import { nodeTypes } from './engineNodes';

import { ExecuteContext, HookContext, TriggerContext, WebhookContext } from 'n8n-core';
import type {
	CronExpression,
	IDataObject,
	INode,
	INodeExecutionData,
	INodeParameters,
	ITriggerFunctions,
	IWebhookData,
	IWebhookResponseData,
	IWorkflowExecuteAdditionalData,
	WorkflowActivateMode,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { createRunExecutionData, Workflow } from 'n8n-workflow';
import type { IncomingMessage, ServerResponse } from 'node:http';

import { PagerDutyWebhookApi } from '../../credentials/PagerDutyWebhookApi.credentials';
import type { PagerDutyTrigger } from '../../nodes/PagerDuty/PagerDutyTrigger.node';

const type = 'n8n-nodes-pagerduty.pagerDutyTrigger';
const name = 'PagerDuty Trigger';
const webhookId = 'a0b1c2d3';

/** Where a node's static data stands in that of its workflow. */
export const staticKey = `node:${name}`;

/** Static data of a workflow as n8n's database holds it. */
export type StaticData = Record<string, IDataObject>;

/** What a person set up. */
export interface TriggerSetup {
	parameters?: INodeParameters;
	credentials?: CredentialData;
	workflow?: { id?: string; name?: string };
	/** As a program writes a node: its name is in the address then. */
	withoutWebhookId?: { name: string };
}

/** What `registerCron` was given. */
export interface Cron {
	expression: CronExpression;
	strike: (scheduledTime: Date) => unknown;
}

/** Through JSON, as through a database: nothing is shared by accident. */
export const copied = (data: IDataObject): StaticData => JSON.parse(JSON.stringify(data));

/** A workflow with one PagerDuty Trigger, loaded with some static data, and n8n-core's contexts for it. */
export class TriggerWorkflow {
	readonly workflow: Workflow;
	private readonly instance: INode;

	/** @param node of the process that loads it */
	constructor(
		readonly node: PagerDutyTrigger,
		private readonly setup: TriggerSetup,
		private readonly baseUrl: string,
		staticData: StaticData,
	) {
		this.instance = {
			id: 'trigger',
			name: setup.withoutWebhookId?.name ?? name,
			type,
			typeVersion: 1.1,
			position: [0, 0],
			...(setup.withoutWebhookId ? {} : { webhookId }),
			parameters: { events: ['incident.triggered'], ...setup.parameters },
			credentials: Object.fromEntries(
				Object.keys(setup.credentials ?? {}).map((each) => [each, { id: '1', name: each }]),
			),
		};
		this.workflow = new Workflow({
			id: setup.workflow?.id ?? 'workflow',
			name: setup.workflow?.name ?? 'Test',
			nodes: [this.instance],
			connections: {},
			active: true,
			nodeTypes: nodeTypes({ [type]: this.node }),
			staticData: copied(staticData),
		});
	}

	get lifecycle() {
		return this.node.webhookMethods.default;
	}

	/** The context of a lifecycle method. */
	hook(mode: WorkflowExecuteMode, activation: WorkflowActivateMode, isTest = false): HookContext {
		const node = this.workflow.getNode(this.instance.name) ?? this.instance;
		const data = this.webhookData(isTest);
		return new HookContext(this.workflow, node, this.additionalData(), mode, activation, data);
	}

	/** The context of `trigger()`. @param crons gets what it registers */
	trigger(activation: WorkflowActivateMode, crons: Cron[]): ITriggerFunctions {
		const node = this.workflow.getNode(this.instance.name) ?? this.instance;
		const context = new TriggerContext(this.workflow, node, this.additionalData(), 'trigger', activation);
		context.helpers.registerCron = ({ expression }, strike) => void crons.push({ expression, strike });
		return context;
	}

	/** The context of `webhook()`. */
	delivery(request: IncomingMessage, response: ServerResponse, isTest: boolean): WebhookContext {
		const additionalData = this.additionalData();
		Object.assign(additionalData, { httpRequest: request, httpResponse: response });
		const node = this.workflow.getNode(this.instance.name) ?? this.instance;
		const mode = isTest ? 'manual' : 'webhook';
		return new WebhookContext(this.workflow, node, additionalData, mode, this.webhookData(isTest), [], null);
	}

	/** What n8n answers when it has stored the execution: what the description names, else what the node gives. */
	bodyOf(result: IWebhookResponseData): unknown {
		const named = this.node.description.webhooks?.[0]?.responseData ?? 'firstEntryJson';
		return named || result.webhookResponse;
	}

	/** The context of `execute()`, the first step of an execution. */
	execution(items: INodeExecutionData[], mode: WorkflowExecuteMode): ExecuteContext {
		const node = this.workflow.getNode(this.instance.name) ?? this.instance;
		const data = { main: [items] };
		const started = { node, data, source: null };
		const all = createRunExecutionData();
		return new ExecuteContext(
			this.workflow,
			node,
			this.additionalData(),
			mode,
			all,
			0,
			items,
			data,
			started,
			[],
		);
	}

	private webhookData(isTest: boolean): IWebhookData {
		return {
			httpMethod: 'POST',
			node: this.instance.name,
			path: `${webhookId}/webhook`,
			webhookId,
			webhookDescription: { name: 'default', httpMethod: 'POST', path: 'webhook' },
			workflowId: this.workflow.id,
			workflowExecuteAdditionalData: this.additionalData(),
			isTest,
		};
	}

	private additionalData(): IWorkflowExecuteAdditionalData {
		return {
			...newAdditionalData(this.workflow),
			credentialsHelper: new EngineCredentials(this.setup.credentials ?? {}, [new PagerDutyWebhookApi()]),
			webhookBaseUrl: `${this.baseUrl}/webhook`,
			webhookTestBaseUrl: `${this.baseUrl}/webhook-test`,
		};
	}
}

/** As n8n does it: it makes the webhook subscription unless it exists. */
export async function ensure(
	loaded: TriggerWorkflow,
	mode: WorkflowExecuteMode,
	activation: WorkflowActivateMode,
	isTest = false,
): Promise<void> {
	const { checkExists, create } = loaded.lifecycle;
	if (await checkExists.call(loaded.hook(mode, activation, isTest))) return;
	await create.call(loaded.hook(mode, activation, isTest));
}

/** n8n's log. */
export const n8nLog = (node: PagerDutyTrigger) =>
	new TriggerWorkflow(node, {}, 'http://127.0.0.1', {}).hook('trigger', 'activate').logger;
