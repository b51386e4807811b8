import type { IDataObject, INodeParameters, WorkflowActivateMode, WorkflowExecuteMode } from 'n8n-workflow';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { copied, staticKey, TriggerWorkflow, type StaticData, type TriggerSetup } from './triggerWorkflow';

export interface TriggerOptions extends TriggerSetup {
	/** What n8n was told to be reachable as; by default the address that really serves. */
	webhookUrl?: string;
	/** Called before an execution is stored: as slow or as broken as a database may be. */
	beforeStoring?: () => Promise<void> | void;
}

/**
 * A PagerDuty Trigger in the hands of n8n: its methods run in n8n-core's own contexts, and when static data is read, saved
 * and dropped, and when a delivery is answered, is as in n8n 2.
 */
export class LiveTrigger {
	/** Static data as it stands in n8n's database. */
	stored: StaticData = {};
	/** What each execution started with. */
	readonly executions: IDataObject[] = [];
	private readonly server = createServer((request, response) => void this.answer(request, response));
	private testData: StaticData = {};

	constructor(readonly options: TriggerOptions) {}

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
		try {
			await ensure(loaded, 'trigger', activation);
		} catch (error) {
			// n8n starts again from its database: what `create` wrote is lost.
			await this.deactivate().catch(() => {});
			throw error;
		}
		this.save(loaded);
	}

	async deactivate(): Promise<void> {
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
		await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
		return this;
	}

	async close(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}

	private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const isTest = request.url?.startsWith('/webhook-test/') ?? false;
		const loaded = this.load(isTest ? this.testData : this.stored);
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk);
		Object.assign(request, { rawBody: Buffer.concat(chunks), body: {} });
		const express = asExpress(response);
		try {
			const context = loaded.delivery(request, express, isTest);
			const { workflowData, noWebhookResponse } = await loaded.node.webhook.call(context);
			if (workflowData) {
				await this.options.beforeStoring?.();
				this.executions.push(...workflowData.flat().map(({ json }) => json));
			}
			if (!isTest) this.save(loaded);
			if (!noWebhookResponse) express.json({ message: 'Workflow was started' });
		} catch (error) {
			express.status(500).json({ message: String(error) });
		}
	}

	private load(staticData: StaticData = this.stored): TriggerWorkflow {
		const { port } = (this.server.address() ?? { port: 5678 }) as AddressInfo;
		const baseUrl = this.options.webhookUrl ?? `http://127.0.0.1:${port}`;
		return new TriggerWorkflow(this.options, baseUrl, staticData);
	}

	/** The last writer wins, as in n8n. */
	private save({ workflow: { staticData } }: TriggerWorkflow): void {
		if (staticData.__dataChanged) this.stored = copied(staticData);
	}
}

async function ensure(
	loaded: TriggerWorkflow,
	mode: WorkflowExecuteMode,
	activation: WorkflowActivateMode,
	isTest = false,
): Promise<void> {
	const { checkExists, create } = loaded.lifecycle;
	if (await checkExists.call(loaded.hook(mode, activation, isTest))) return;
	await create.call(loaded.hook(mode, activation, isTest));
}

/** What Express adds to an answer, as far as nodes use it. */
function asExpress(response: ServerResponse) {
	const express = Object.assign(response, {
		status(code: number) {
			response.statusCode = code;
			return express;
		},
		json(body: unknown) {
			return response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
		},
	});
	return express;
}
