import './engineEnvironment';
import { chain } from './engine';
import { nodeTypes } from './engineNodes';
import type { StaticData } from './triggerWorkflow';

import { WorkflowExecute } from 'n8n-core';
import type {
	IDataObject,
	INode,
	INodeCredentials,
	INodeExecutionData,
	INodeParameters,
	INodeType,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { createRunExecutionData, Workflow } from 'n8n-workflow';

const type = 'n8n-nodes-pagerduty.pagerDutyPollingTrigger';
const name = 'PagerDuty Polling Trigger';
const after = 'What Follows';

/** An execution as n8n stores it before it begins. */
export interface Execution {
	/** What the trigger gave out. */
	readonly items: INodeExecutionData[][];
	/** `retry` when a person runs an old one again. */
	readonly mode: 'trigger' | 'retry';
}

/** A workflow with a polling trigger and a node that follows it, as n8n loads it. */
export function toPollingWorkflow(
	id: string,
	node: INodeType,
	{ parameters, credentials }: { parameters: INodeParameters; credentials: INodeCredentials },
	staticData: StaticData,
): Workflow {
	const common = { typeVersion: 1, position: [0, 0] as [number, number] };
	const nodes: INode[] = [
		{ ...common, id: 'polling', name, type, parameters: { ...parameters }, credentials },
		{ ...common, id: 'after', name: after, type: 'n8n-nodes-base.noOp', parameters: {} },
	];
	return new Workflow({
		id,
		name: 'Test',
		nodes,
		connections: chain(name, after),
		active: true,
		nodeTypes: nodeTypes({ [type]: node }),
		staticData,
		settings: { executionOrder: 'v1' },
	});
}

/** The polling trigger of such a workflow. */
export function triggerOf(workflow: Workflow): INode {
	const node = workflow.getNode(name);
	if (!node) throw new Error('The node is gone.');
	return node;
}

/** Runs an execution in n8n-core's engine. @returns what the node after the trigger had; @throws what the execution failed with */
export async function whatFollows(
	workflow: Workflow,
	{ items, mode }: Execution,
	additionalData: IWorkflowExecuteAdditionalData,
): Promise<IDataObject[]> {
	const begin = { node: triggerOf(workflow), data: { main: items }, source: null };
	const stored = createRunExecutionData({ executionData: { nodeExecutionStack: [begin] } });
	const run = await new WorkflowExecute(additionalData, mode, stored).processRunExecutionData(workflow);
	const { runData, error } = run.data.resultData;
	if (error) throw error;
	return runData[after]?.[0]?.data?.main?.[0]?.map(({ json }) => json) ?? [];
}

/** Runs the trigger alone, as a click on "Fetch Test Event" does. @throws what it fails with */
export async function testEventOf(
	workflow: Workflow,
	additionalData: IWorkflowExecuteAdditionalData,
): Promise<IDataObject[]> {
	const all = createRunExecutionData();
	const begin = { node: triggerOf(workflow), data: { main: [[{ json: {} }]] }, source: null };
	const engine = new WorkflowExecute(additionalData, 'manual', all);
	const ran = await engine.runNode(workflow, begin, all, 0, additionalData, 'manual');
	const [items] = ('data' in ran ? ran.data : undefined) ?? [[]];
	return items?.map(({ json }) => json) ?? [];
}
