import './engineEnvironment';
import { newAdditionalData } from './engine';
import type { CredentialData } from './engineCredentials';
import { newPollingProcess } from './nodeProcess';
import { testEventOf, toPollingWorkflow, triggerOf, whatFollows, type Execution } from './pollingExecution';
import { processedData } from './processedData';
import { copied, type StaticData } from './triggerWorkflow';

import { PollContext } from 'n8n-core';
import type {
	IDataObject,
	INodeExecutionData,
	INodeParameters,
	Workflow,
	WorkflowActivateMode,
} from 'n8n-workflow';

import { PagerDutyPollingTrigger } from '../../nodes/PagerDuty/PagerDutyPollingTrigger.node';

/** What a person set up. */
export interface PollingSetup {
	parameters: INodeParameters;
	credentials: CredentialData;
	/** Workflows with the same ID are one workflow. */
	workflowId?: string;
}

/** How far n8n came with what a poll gave out, before it was killed. Which is written first, the database says. */
export type Death =
	'nothing was written' | 'static data was saved' | 'the execution was stored' | 'the execution has begun';
export const deaths: readonly Death[] = [
	'nothing was written',
	'static data was saved',
	'the execution was stored',
	'the execution has begun',
];

/**
 * A PagerDuty Polling Trigger in the hands of n8n: `poll()` runs in n8n-core's own context and an execution in its own
 * engine. Static data is read, saved and dropped when n8n does so: read at activation, saved at its end and before an
 * execution is stored, else never.
 */
export class PollingWorkflow {
	/** Static data as it stands in n8n's database. */
	stored: StaticData = {};
	/** What each execution had for the nodes that follow. */
	readonly executions: IDataObject[][] = [];
	/** How many executions ended at the trigger, because an earlier one had all of it. */
	endedAtOnce = 0;
	/** The most that was ever saved of its static data, in characters. */
	largest = 0;
	private node = new PagerDutyPollingTrigger();
	private loaded: Workflow | undefined;
	/** Executions that n8n has stored and not begun. It takes them up when it starts. */
	private waiting: Execution[] = [];

	constructor(readonly setup: PollingSetup) {
		processedData.forget(this.id);
	}

	get id(): string {
		return this.setup.workflowId ?? 'workflow';
	}

	/** All items of all executions. */
	get items(): IDataObject[] {
		return this.executions.flat();
	}

	/** Also what a start of n8n does (`init`): everything of the process before is gone. @throws what the first poll throws */
	async activate(activation: WorkflowActivateMode = 'activate'): Promise<void> {
		if (activation === 'init') this.node = newPollingProcess();
		const workflow = this.load();
		await this.tick(workflow, activation);
		this.loaded = workflow;
		this.save(workflow);
		for (const execution of this.waiting.splice(0)) await this.run(execution);
	}

	/** A person changes the form and publishes the workflow again. Until then the one that runs keeps its own. */
	async publish(parameters: INodeParameters): Promise<void> {
		this.setup.parameters = parameters;
		await this.activate('update');
	}

	/** A poll at its time. @throws where n8n would show a failed execution */
	async poll(): Promise<void> {
		await this.tick(this.active(), 'activate');
	}

	/** A poll, while n8n's database takes static data and not the execution. @returns whether there was one */
	async pollInVain(): Promise<boolean> {
		const workflow = this.active();
		if ((await this.ask(workflow, 'activate')) === null) return false;
		this.save(workflow);
		return true;
	}

	/** n8n is killed when the node has given something out. @returns whether it had something to give out */
	async pollAndDie(death: Death): Promise<boolean> {
		const workflow = this.active();
		const items = await this.ask(workflow, 'activate');
		this.loaded = undefined;
		if (items === null || death === 'nothing was written') return items !== null;
		if (death !== 'the execution has begun') this.save(workflow);
		if (death === 'the execution was stored') this.waiting.push({ items, mode: 'trigger' });
		if (death === 'the execution has begun') await this.run({ items, mode: 'trigger' });
		return true;
	}

	/** A person runs an old execution once more. */
	async retry(items: IDataObject[]): Promise<void> {
		await this.run({ items: [items.map((json) => ({ json }))], mode: 'retry' });
	}

	/** "Fetch Test Event" in the editor. */
	async fetchTestEvent(): Promise<IDataObject[]> {
		const workflow = this.load();
		return await testEventOf(workflow, this.additionalData(workflow));
	}

	private active(): Workflow {
		if (!this.loaded) throw new Error('The workflow is not active.');
		return this.loaded;
	}

	private async tick(workflow: Workflow, activation: WorkflowActivateMode): Promise<void> {
		const items = await this.ask(workflow, activation);
		if (items === null) return;
		this.save(workflow);
		await this.run({ items, mode: 'trigger' });
	}

	private async ask(
		workflow: Workflow,
		activation: WorkflowActivateMode,
	): Promise<INodeExecutionData[][] | null> {
		const additionalData = this.additionalData(workflow);
		const context = new PollContext(workflow, triggerOf(workflow), additionalData, 'trigger', activation);
		return await this.node.poll.call(context);
	}

	/** @throws where the execution fails at the trigger */
	private async run(execution: Execution): Promise<void> {
		await processedData.opened;
		const workflow = this.load();
		const items = await whatFollows(workflow, execution, this.additionalData(workflow));
		if (items.length > 0) this.executions.push(items);
		else this.endedAtOnce++;
	}

	private additionalData(workflow: Workflow) {
		return newAdditionalData(workflow, { credentials: this.setup.credentials });
	}

	private load(): Workflow {
		const { parameters, credentials } = this.setup;
		const credentialIds = Object.fromEntries(
			Object.keys(credentials).map((each) => [each, { id: '1', name: each }]),
		);
		const form = { parameters, credentials: credentialIds };
		return toPollingWorkflow(this.id, this.node, form, copied(this.stored));
	}

	private save({ staticData }: Workflow): void {
		if (!staticData.__dataChanged) return;
		this.stored = copied(staticData);
		this.largest = Math.max(this.largest, JSON.stringify(this.stored).length);
	}
}
