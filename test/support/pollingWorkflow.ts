import './engineEnvironment';
import { newAdditionalData } from './engine';
import type { CredentialData } from './engineCredentials';
import { nodeTypes } from './engineNodes';
import { copied, type StaticData } from './triggerWorkflow';

import { PollContext } from 'n8n-core';
import type {
	IDataObject,
	INode,
	INodeParameters,
	WorkflowActivateMode,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';

import { PagerDutyPollingTrigger } from '../../nodes/PagerDuty/PagerDutyPollingTrigger.node';

const type = 'n8n-nodes-pagerduty.pagerDutyPollingTrigger';
const name = 'PagerDuty Polling Trigger';

/** What a person set up. */
export interface PollingSetup {
	parameters: INodeParameters;
	credentials: CredentialData;
	/** Workflows with the same ID are one workflow. */
	workflowId?: string;
}

/**
 * A PagerDuty Polling Trigger in the hands of n8n: `poll()` runs in n8n-core's own context, and static data is read,
 * saved and dropped when n8n does so: read at activation, saved at its end and with items, else never.
 */
export class PollingWorkflow {
	/** Static data as it stands in n8n's database. */
	stored: StaticData = {};
	/** What each execution started with. */
	readonly executions: IDataObject[][] = [];
	/** The most that was ever saved of its static data, in characters. */
	largest = 0;
	private loaded: Workflow | undefined;

	constructor(readonly setup: PollingSetup) {}

	/** All items of all executions. */
	get items(): IDataObject[] {
		return this.executions.flat();
	}

	/** Also what a start of n8n does: everything of the process before is gone. @throws what the first poll throws */
	async activate(activation: WorkflowActivateMode = 'activate'): Promise<void> {
		const workflow = this.load();
		await this.tick(workflow, activation);
		this.loaded = workflow;
		this.save(workflow);
	}

	/** A poll at its time. @throws where n8n would show a failed execution */
	async poll(): Promise<void> {
		if (!this.loaded) throw new Error('The workflow is not active.');
		await this.tick(this.loaded, 'activate');
	}

	/** n8n is killed after the node has answered, and before it has done anything with the answer. */
	async pollAndDie(): Promise<void> {
		if (this.loaded) await this.ask(this.loaded, 'trigger', 'activate');
		this.loaded = undefined;
	}

	/** "Fetch Test Event" in the editor. */
	async fetchTestEvent(): Promise<IDataObject[]> {
		const items = await this.ask(this.load(), 'manual', 'manual');
		return items?.flat().map(({ json }) => json) ?? [];
	}

	private async tick(workflow: Workflow, activation: WorkflowActivateMode): Promise<void> {
		const items = await this.ask(workflow, 'trigger', activation);
		if (items === null) return;
		this.save(workflow);
		this.executions.push(items.flat().map(({ json }) => json));
	}

	private async ask(workflow: Workflow, mode: WorkflowExecuteMode, activation: WorkflowActivateMode) {
		const node = workflow.getNode(name);
		if (!node) throw new Error('The node is gone.');
		const { credentials } = this.setup;
		const additionalData = newAdditionalData(workflow, { credentials });
		const context = new PollContext(workflow, node, additionalData, mode, activation);
		return await new PagerDutyPollingTrigger().poll.call(context);
	}

	private load(): Workflow {
		const { parameters, credentials, workflowId = 'workflow' } = this.setup;
		const node: INode = {
			id: 'polling',
			name,
			type,
			typeVersion: 1,
			position: [0, 0],
			parameters: { ...parameters },
			credentials: Object.fromEntries(
				Object.keys(credentials).map((each) => [each, { id: '1', name: each }]),
			),
		};
		return new Workflow({
			id: workflowId,
			name: 'Test',
			nodes: [node],
			connections: {},
			active: true,
			nodeTypes: nodeTypes({ [type]: new PagerDutyPollingTrigger() }),
			staticData: copied(this.stored),
		});
	}

	private save({ staticData }: Workflow): void {
		if (!staticData.__dataChanged) return;
		this.stored = copied(staticData);
		this.largest = Math.max(this.largest, JSON.stringify(this.stored).length);
	}
}
