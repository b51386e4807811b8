import './engineEnvironment';

import { ExecutionLifecycleHooks, ExternalSecretsProxy, WorkflowExecute } from 'n8n-core';
import type {
	ExecutionError,
	IConnections,
	ICredentialType,
	INode,
	INodeExecutionData,
	INodeType,
	IRun,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { createRunExecutionData, Workflow } from 'n8n-workflow';

import { EngineCredentials, type CredentialData } from './engineCredentials';
import { nodeTypes } from './engineNodes';

/** A workflow as n8n exports it; what does not matter may be left out. */
export interface WorkflowJson {
	readonly nodes: ReadonlyArray<Partial<INode> & Pick<INode, 'name' | 'type'>>;
	readonly connections: IConnections;
	readonly settings?: { timezone?: string };
}

export interface EngineOptions {
	/** What the user filled in, by credential type. The object keeps what n8n would have stored, renewed tokens too. */
	readonly credentials?: CredentialData;
	readonly executionId?: string;
	readonly nodeTypes?: Record<string, INodeType>;
	readonly credentialTypes?: ICredentialType[];
}

/** What one node of an execution gave out, all rounds together. */
export interface NodeOutput {
	/** The items of the first output. */
	readonly items: INodeExecutionData[];
	/** The items of the error output. */
	readonly errors: INodeExecutionData[];
	readonly error?: ExecutionError;
}

export interface Execution {
	readonly run: IRun;
	node(name: string): NodeOutput;
}

/** Runs a workflow through n8n-core's own engine, from its first node on, and waits for its end. */
export async function runWorkflow(json: WorkflowJson, options: EngineOptions = {}): Promise<Execution> {
	const workflow = toWorkflow(json, options);
	const additionalData = newAdditionalData(workflow, options);
	const startNode = workflow.getStartNode();
	if (!startNode) throw new Error('The workflow has no node to start from.');
	const engine = new WorkflowExecute(additionalData, 'manual', createRunExecutionData());
	const run = await engine.run({ workflow, startNode });
	return {
		run,
		node(name) {
			const rounds = run.data.resultData.runData[name] ?? [];
			const output = (index: number) => rounds.flatMap((round) => round.data?.main?.[index] ?? []);
			return {
				items: output(0),
				errors: output(1),
				error: rounds.find((round) => round.error)?.error ?? run.data.resultData.error,
			};
		},
	};
}

/** The workflow as n8n's contexts want it. */
export function toWorkflow(json: WorkflowJson, options: EngineOptions = {}): Workflow {
	return new Workflow({
		id: 'workflow',
		name: 'Test',
		nodes: json.nodes.map((node, index) => ({
			id: `node-${index}`,
			typeVersion: 1,
			position: [index * 200, 0],
			parameters: {},
			...node,
		})),
		connections: json.connections,
		active: false,
		nodeTypes: nodeTypes(options.nodeTypes),
		settings: { executionOrder: 'v1', ...json.settings },
	});
}

/** What n8n hands to every context beside the workflow: credentials, ids, addresses. */
export function newAdditionalData(
	workflow: Workflow,
	{ credentials = {}, executionId = '1', credentialTypes }: EngineOptions = {},
): IWorkflowExecuteAdditionalData {
	const unused = async () => {
		throw new Error('The tests run no sub-workflows and no task runners.');
	};
	const url = 'http://localhost:5678/';
	const additionalData: IWorkflowExecuteAdditionalData = {
		credentialsHelper: new EngineCredentials(credentials, credentialTypes),
		externalSecretsProxy: new ExternalSecretsProxy(),
		executionId,
		workflowId: workflow.id,
		currentNodeExecutionIndex: 0,
		executeWorkflow: unused,
		startRunnerTask: unused,
		getRunExecutionData: async () => undefined,
		getRuntimeCredential: async () => undefined,
		logAiEvent: () => {},
		variables: {},
		restApiUrl: `${url}rest`,
		instanceBaseUrl: url,
		formBaseUrl: `${url}form`,
		formWaitingBaseUrl: `${url}form-waiting`,
		formTestBaseUrl: `${url}form-test`,
		webhookBaseUrl: `${url}webhook`,
		webhookWaitingBaseUrl: `${url}webhook-waiting`,
		webhookTestBaseUrl: `${url}webhook-test`,
		mcpBaseUrl: `${url}mcp`,
		mcpTestBaseUrl: `${url}mcp-test`,
	};
	const { id, name = '', connectionsBySourceNode: connections } = workflow;
	const stored = {
		id,
		name,
		connections,
		nodes: Object.values(workflow.nodes),
		active: false,
		activeVersionId: null,
	};
	const dates = { isArchived: false, createdAt: new Date(), updatedAt: new Date() };
	additionalData.hooks = new ExecutionLifecycleHooks('manual', executionId, { ...stored, ...dates });
	return additionalData;
}

/** Node names in the order they are connected, each by its first output. */
export const chain = (...names: string[]): IConnections =>
	Object.fromEntries(
		names.slice(0, -1).map((name, index) => [name, { main: [[toNode(names[index + 1] ?? '')]] }]),
	);

const toNode = (node: string) => ({ node, type: 'main' as const, index: 0 });
