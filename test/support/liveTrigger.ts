import type {
	IDataObject,
	INodeExecutionData,
	INodeParameters,
	WorkflowActivateMode,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { PagerDutyTrigger } from '../../nodes/PagerDuty/PagerDutyTrigger.node';
import { asExpress } from './expressAnswer';
import { readAsN8n } from './n8nRequest';
import { newProcess } from './nodeProcess';
import { processedData } from './processedData';
import type { TriggerOptions } from './triggerOptions';
import { copied, ensure, staticKey, TriggerWorkflow } from './triggerWorkflow';
import type { Cron, StaticData } from './triggerWorkflow';

/**
 * A PagerDuty Trigger in the hands of n8n: its methods run in n8n-core's own contexts, and when static data is read, saved
 * and dropped, and when a delivery is answered, is as in n8n 2.
 */
export class LiveTrigger {
	/** Static data as it stands in n8n's database. */
	stored: StaticData = {};
	/** What ticks while the workflow is active. */
	crons: Cron[] = [];
	/** What each execution started with. */
	readonly executions: IDataObject[] = [];
	/** What the trigger gave to the node after it. */
	readonly handedOn: INodeExecutionData[] = [];
	private readonly begun: INodeExecutionData[][] = [];
	private readonly server = createServer((request, response) => void this.answer(request, response));
	private testData: StaticData = {};
	private main: PagerDutyTrigger;
	private answering: PagerDutyTrigger;
	private working?: PagerDutyTrigger;

	constructor(readonly options: TriggerOptions) {
		processedData.forget(options.workflow?.id ?? 'workflow');
		this.main = newProcess();
		this.answering = this.main;
	}

	/** The static data of the node. */
	get data(): IDataObject {
		return this.stored[staticKey] ?? {};
	}

	get url(): string {
		return this.load().hook('trigger', 'activate').getNodeWebhookUrl('default') ?? '';
	}

	get testUrl(): string {
		return this.load().hook('manual', 'manual', true).getNodeWebhookUrl('default') ?? '';
	}

	async activate(activation: WorkflowActivateMode = 'activate'): Promise<void> {
		const loaded = this.load();
		this.crons = [];
		try {
			// n8n 2 begins both at the same time.
			await Promise.all([
				loaded.node.trigger.call(loaded.trigger(activation, this.crons)),
				ensure(loaded, 'trigger', activation),
			]);
		} catch (error) {
			// n8n starts again from its database: what `create` wrote is lost.
			await this.deactivate().catch(() => {});
			throw error;
		}
		this.save(loaded);
	}

	/** What was not saved is gone. */
	kill(): void {
		this.crons = [];
		this.main = newProcess();
		this.answering = this.main;
	}

	/** n8n is killed and starts again. Resolves when it has started. */
	async restart(): Promise<void> {
		this.kill();
		await this.activate('init');
	}

	/** From now on deliveries are answered in a process of its own, as in queue mode. */
	answerElsewhere(): void {
		this.answering = newProcess();
	}

	/** From now on executions run in a process of their own, as on a worker of queue mode: a new one with each call. */
	runElsewhere(): void {
		this.working = newProcess();
	}

	/** The first execution is run again: by n8n after it was killed, or by a person (`retry`). Resolves when that is over. */
	async takeUpAgain(mode: WorkflowExecuteMode = 'webhook'): Promise<void> {
		await this.run(this.load(), this.begun[0] ?? [], mode);
	}

	/** Time passes: what is registered ticks. Resolves when what came of it is done, also of what began at the start. */
	async tick(): Promise<void> {
		for (const { strike } of this.crons) await strike(new Date());
	}

	async deactivate(): Promise<void> {
		this.crons = [];
		const loaded = this.load();
		await loaded.lifecycle.delete.call(loaded.hook('internal', 'update'));
		this.save(loaded);
	}

	/** As when a person publishes a changed version. */
	async publish(parameters: INodeParameters): Promise<void> {
		await this.deactivate();
		this.change(parameters);
		await this.activate('update');
	}

	/** Changes the form and nothing else. */
	change(parameters: INodeParameters): void {
		this.options.parameters = { ...this.options.parameters, ...parameters };
	}

	/** Begins a test run in the editor: static data of its own, and the test address. */
	async listenForTest(): Promise<void> {
		const loaded = this.load({});
		await ensure(loaded, 'manual', 'manual', true);
		this.testData = copied(loaded.workflow.staticData);
	}

	async stopTest(): Promise<void> {
		const loaded = this.load(this.testData);
		await loaded.lifecycle.delete.call(loaded.hook('internal', 'update', true));
	}

	async exists(): Promise<boolean> {
		const loaded = this.load();
		return await loaded.lifecycle.checkExists.call(loaded.hook('trigger', 'activate'));
	}

	/** Serves the webhook addresses on loopback. */
	async serve(): Promise<this> {
		await processedData.opened;
		await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
		return this;
	}

	async close(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}

	private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const isTest = request.url?.startsWith('/webhook-test/') ?? false;
		const loaded = this.load(isTest ? this.testData : this.stored, this.answering);
		await (this.options.reads ?? readAsN8n)(request);
		const express = asExpress(response);
		try {
			const context = loaded.delivery(request, express, isTest);
			const result = await loaded.node.webhook.call(context);
			if (result.workflowData) {
				await this.options.beforeStoring?.();
				// n8n 2 loads the workflow once more on the same static data, and takes it for unchanged from then on.
				loaded.workflow.staticData.__dataChanged = false;
				const items = result.workflowData.flat();
				this.executions.push(...items.map(({ json }) => json));
				this.begun.push(items);
				void this.run(loaded, items, isTest ? 'manual' : 'webhook');
				await this.options.beforeAnswering?.();
			}
			const body = loaded.bodyOf(result);
			if (!isTest) this.save(loaded);
			if (!result.noWebhookResponse) express.json(body);
		} catch (error) {
			express.status(500).json({ message: String(error) });
		}
	}

	/** The first step of an execution. */
	private async run(loaded: TriggerWorkflow, items: INodeExecutionData[], mode: WorkflowExecuteMode) {
		const { execute } = this.working ?? loaded.node;
		const given = await execute.call(loaded.execution(items, mode));
		this.handedOn.push(...given.flat());
	}

	private load(staticData: StaticData = this.stored, node = this.main): TriggerWorkflow {
		const { port } = (this.server.address() ?? { port: 5678 }) as AddressInfo;
		const baseUrl = this.options.webhookUrl ?? `http://127.0.0.1:${port}`;
		return new TriggerWorkflow(node, this.options, baseUrl, staticData);
	}

	/** The last writer wins, as in n8n. */
	private save({ workflow: { staticData } }: TriggerWorkflow): void {
		if (staticData.__dataChanged) this.stored = copied(staticData);
	}
}
