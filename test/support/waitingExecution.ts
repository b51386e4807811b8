import './engineEnvironment';

import { WebhookContext, WorkflowExecute } from 'n8n-core';
import type {
	IDataObject,
	INodeParameters,
	IRunExecutionData,
	IWebhookData,
	IWebhookResponseData,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

import { PagerDuty } from '../../nodes/PagerDuty/PagerDuty.node';
import type { Sandbox } from '../../sandbox';
import { chain, newAdditionalData, runWorkflow, toWorkflow } from './engine';
import { pagerDutyType } from './engineNodes';
import { byId, credentialsFor } from './operations/desk';

/** The requests that changed something in a sandbox, such as `POST /incidents`. */
export const writesTo = (sandbox: Sandbox): string[] =>
	sandbox
		.requests()
		.filter(({ method }) => method !== 'GET')
		.map(({ method, path }) => `${method} ${path}`);

/** What a browser gets. */
export interface Page {
	readonly status: number;
	readonly headers: Record<string, string>;
	readonly html: string;
	/** What the workflow goes on with; undefined where nothing was answered. */
	readonly json?: IDataObject;
}

/** An execution that asked a question. n8n's part (its addresses and their signatures) is what the e2e tests are for. */
export interface WaitingExecution {
	/** The link in the incident's details. */
	readonly link: string;
	readonly incidentId: string;
	/** Looks at a link, the incident's own by default. */
	look(link?: string): Promise<Page>;
	/** Presses a button of the page. */
	press(body: IDataObject, link?: string): Promise<Page>;
	/** Lets n8n's engine go on without an answer. @returns the output of the node */
	timeOver(): Promise<IDataObject[]>;
}

export interface Asking {
	readonly parameters?: INodeParameters;
	readonly credential?: IDataObject;
	/** What differs in the credential by the time of the answer. */
	readonly credentialLater?: IDataObject;
	/** By default each is another one. */
	readonly executionId?: string;
	/** The node's type name: n8n has tools of it under other names. */
	readonly type?: string;
}

let executions = 0;

/** Runs a workflow that asks. Between the question and an answer all is stored as n8n stores it. */
export async function waitingExecution(sandbox: Sandbox, asking: Asking = {}): Promise<WaitingExecution> {
	const { executionId = String(++executions), type = pagerDutyType } = asking;
	const node = {
		name: 'PagerDuty',
		type,
		parameters: {
			resource: 'incident',
			operation: 'sendAndWait',
			authentication: 'token',
			serviceId: byId(sandbox.services()[0]?.id ?? ''),
			message: 'Restart the checkout servers?',
			...asking.parameters,
		},
		credentials: {
			pagerDutyTokenApi: { id: '1', name: 'PagerDuty' },
			pagerDutyAppOAuth2Api: { id: '2', name: 'PagerDuty' },
		},
	};
	const start = { name: 'Start', type: 'n8n-nodes-base.manualTrigger' };
	const json = { nodes: [start, node], connections: chain('Start', 'PagerDuty') };
	const setting = {
		credentials: credentialsFor(sandbox, asking.credential),
		executionId,
		nodeTypes: { [type]: new PagerDuty() },
	};
	const { run, node: outputOf } = await runWorkflow(json, setting);
	const { error, items } = outputOf('PagerDuty');
	if (error) throw error;
	const stored = JSON.stringify(run.data);
	const incidentId = String((items[0]?.json.incident as IDataObject).id);
	const link = String(/https?:\S+/.exec(String(sandbox.incident(incidentId)?.details))?.[0]);

	/** As n8n loads it again, perhaps in another process. */
	function load(request: object = {}) {
		const workflow = toWorkflow(json, setting);
		const additionalData: IWorkflowExecuteAdditionalData = {
			...newAdditionalData(workflow, {
				...setting,
				credentials: credentialsFor(sandbox, { ...asking.credential, ...asking.credentialLater }),
			}),
			...request,
		};
		return { workflow, additionalData, data: JSON.parse(stored) as IRunExecutionData };
	}

	async function visit(method: 'GET' | 'POST', address: string, body: IDataObject): Promise<Page> {
		const headers: Record<string, string> = {};
		let html = '';
		const httpResponse = {
			statusCode: 200,
			setHeader: (name: string, value: string) => void (headers[name] = value),
			end: (text: string) => void (html = text),
		};
		const query = Object.fromEntries(new URL(address).searchParams);
		const { workflow, additionalData, data } = load({ httpRequest: { method, query, body }, httpResponse });
		const instance = workflow.getNode('PagerDuty');
		if (!instance) throw new Error('The workflow has no such node.');
		const webhookData = {} as IWebhookData;
		const context = new WebhookContext(workflow, instance, additionalData, 'manual', webhookData, [], data);
		const result: IWebhookResponseData = await new PagerDuty().webhook.call(context);
		return {
			status: httpResponse.statusCode,
			headers,
			html: html || String(result.webhookResponse),
			json: result.workflowData?.[0]?.[0]?.json,
		};
	}

	return {
		link,
		incidentId,
		look: async (address = link) => await visit('GET', address, {}),
		press: async (body, address = link) => await visit('POST', address, body),
		async timeOver() {
			const { workflow, additionalData, data } = load();
			const ended = await new WorkflowExecute(additionalData, 'manual', data).processRunExecutionData(
				workflow,
			);
			const { runData } = ended.data.resultData;
			return (runData.PagerDuty ?? [])
				.flatMap((round) => round.data?.main?.[0] ?? [])
				.map((item) => item.json);
		},
	};
}
