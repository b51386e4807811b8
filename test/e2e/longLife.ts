import axios from 'axios';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';

import { sandboxKeys, sandboxOAuthApp, startSandbox, type Sandbox } from '../../sandbox';
import { openFront, type Front } from '../support/front';
import { ownN8n, untilServed, type CredentialIds, type N8n } from '../support/n8n';
import type { N8nVersion, StoredWorkflow } from '../support/n8nTypes';
import { preloading } from '../support/preloading';
import { until } from '../support/until';
import { chain, trigger } from './workflowParts';

const staticKey = 'node:PagerDuty Trigger';

const headers = {
	Authorization: `Token token=${sandboxKeys.account}`,
	Accept: 'application/vnd.pagerduty+json;version=2',
};

/** An n8n of its own that is stopped, killed and started again, and the account that its workflows subscribe to. */
export class LongLife {
	private constructor(
		readonly n8n: N8n,
		readonly sandbox: Sandbox,
		readonly front: Front,
		private readonly env: Record<string, string>,
		private readonly credentials: CredentialIds,
	) {}

	static async open(which: N8nVersion): Promise<LongLife> {
		const sandbox = await startSandbox({ strict: true });
		const front = await openFront();
		const env = {
			...preloading('e2e/timePasses.mjs'),
			WEBHOOK_URL: front.url,
			// What n8n 2 was about to publish when it was killed is its own for two minutes, unless told otherwise.
			N8N_WORKFLOW_PUBLICATION_OUTBOX_LEASE_SECONDS: '40',
			N8N_WORKFLOW_PUBLICATION_OUTBOX_POLL_INTERVAL_MS: '1000',
		};
		const n8n = await ownN8n({ which, env });
		front.target = n8n.host.url;
		const { clientId, clientSecret, subdomain } = sandboxOAuthApp;
		const app = await n8n.client.credentials.create({
			name: 'App token',
			type: 'pagerDutyAppOAuth2Api',
			data: {
				region: 'custom',
				baseUrl: sandbox.url,
				clientId,
				clientSecret,
				grantType: 'clientCredentials',
				subdomain,
			},
		});
		const credentials = { ...(await n8n.connect(sandbox)), pagerDutyAppOAuth2Api: app.id };
		return new LongLife(n8n, sandbox, front, env, credentials);
	}

	async close(): Promise<void> {
		await this.n8n.stop();
		await this.front.close();
		await this.sandbox.close();
	}

	/** Makes and activates a workflow. */
	async activated(name: string, parameters: Record<string, unknown> = {}): Promise<StoredWorkflow> {
		const node = trigger({ events: ['incident.triggered'], ...parameters });
		if (parameters.authentication === 'oAuth2')
			node.credentials = { pagerDutyAppOAuth2Api: { name: 'PagerDuty' } };
		const workflow = await this.n8n.create(chain(name, [node]), this.credentials);
		await this.n8n.client.workflows.activate(workflow.id);
		await untilServed(`${this.n8n.host.url}/webhook/${String(node.webhookId)}/webhook`);
		return workflow;
	}

	/** A person changes the trigger's form and publishes that. */
	async changed({ id }: StoredWorkflow, parameters: Record<string, unknown>): Promise<void> {
		const { nodes } = await this.n8n.client.workflows.get(id);
		const changed = nodes.map((node) => ({ ...node, parameters: { ...node.parameters, ...parameters } }));
		await this.n8n.client.workflows.update(id, { nodes: changed });
		await this.n8n.client.workflows.activate(id);
	}

	/** The one subscription of a workflow. */
	of({ id }: StoredWorkflow) {
		const own = this.allOf(id);
		if (own.length !== 1) throw new Error(`Workflow ${id} has ${own.length} subscriptions.`);
		return own[0]!;
	}

	allOf(workflowId: string) {
		return this.sandbox.subscriptions().filter(({ description }) => description?.includes(workflowId));
	}

	/** Waits until a workflow has exactly one subscription, and that one holds. */
	async untilMended(
		workflow: StoredWorkflow,
		holds: (
			subscription: Sandbox['subscriptions'] extends () => readonly (infer One)[] ? One : never,
		) => boolean,
		timeoutMs?: number,
	): Promise<void> {
		const isMended = () => {
			const own = this.allOf(workflow.id);
			return own.length === 1 && holds(own[0]!);
		};
		await until(`${workflow.name} is mended`, isMended, timeoutMs);
	}

	/** One incident opens. @returns how many executions more each workflow then has; PagerDuty has had all its answers */
	async heardBy(...workflows: StoredWorkflow[]): Promise<number[]> {
		const before = await this.executionsOf(workflows);
		this.sandbox.trigger({ title: 'Checkout is down' });
		await this.sandbox.settled();
		const after = await this.executionsOf(workflows);
		return after.map((each, index) => each - (before[index] ?? 0));
	}

	/** How many executions each has, once all have ended and no more come: n8n 1.123 answers before it stores one. */
	private async executionsOf(workflows: StoredWorkflow[]): Promise<number[]> {
		const look = async () =>
			await Promise.all(workflows.map(async ({ id }) => await this.n8n.client.executions.list(id)));
		let seen = await look();
		await until('all executions have ended', async () => {
			const earlier = JSON.stringify(seen);
			await wait(250);
			seen = await look();
			const isOver = !seen.flat().some(({ status }) => ['new', 'running'].includes(status));
			return isOver && JSON.stringify(seen) === earlier;
		});
		return seen.map(({ length }) => length);
	}

	/** n8n's clockwork strikes. */
	timePasses(): void {
		process.kill(this.n8n.host.pid, 'SIGUSR2');
	}

	/** n8n is stopped, changes are made, and it starts again. */
	async restarted(meanwhile: () => Promise<unknown> | void = () => {}, webhookUrl = this.env.WEBHOOK_URL) {
		await this.n8n.host.kill();
		await meanwhile();
		this.env.WEBHOOK_URL = String(webhookUrl);
		await this.n8n.host.restart();
		await this.n8n.client.login(this.n8n.owner);
	}

	/** What n8n stored for a workflow's trigger. */
	async stored({ id }: StoredWorkflow): Promise<Record<string, unknown>> {
		const { staticData } = await this.n8n.client.workflows.get(id);
		return { ...(staticData?.[staticKey] as object | undefined) };
	}

	/** Changes that while n8n is stopped. */
	store({ id }: StoredWorkflow, data: Record<string, unknown>): void {
		const database = new DatabaseSync(join(this.n8n.host.userFolder, '.n8n', 'database.sqlite'));
		const staticData = JSON.stringify({ [staticKey]: data });
		database.prepare('UPDATE workflow_entity SET staticData = ? WHERE id = ?').run(staticData, id);
		database.close();
	}

	/** Somebody deletes a subscription in PagerDuty. */
	async deleteSubscription(id: string): Promise<void> {
		await axios.delete(`${this.sandbox.url}/webhook_subscriptions/${id}`, { headers, proxy: false });
	}

	/** Somebody else subscribes. */
	async foreign(count: number): Promise<void> {
		for (let index = 0; index < count; index++) {
			const webhook_subscription = {
				type: 'webhook_subscription',
				delivery_method: { type: 'http_delivery_method', url: `https://other.example.com/${index}` },
				description: 'somebody else',
				events: ['incident.triggered'],
				filter: { type: 'service_reference', id: this.sandbox.services().at(-1)?.id },
			};
			const url = `${this.sandbox.url}/webhook_subscriptions`;
			await axios.post(url, { webhook_subscription }, { headers, proxy: false });
		}
	}
}
