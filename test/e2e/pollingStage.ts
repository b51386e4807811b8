import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { startSandbox, type Sandbox } from '../../sandbox';
import { ownN8n, type CredentialIds, type N8n } from '../support/n8n';
import type { Execution, N8nVersion, StoredWorkflow } from '../support/n8nTypes';
import { until } from '../support/until';
import { itemsOf } from './stage';
import { chain, pollingTrigger } from './workflowParts';

export const pollingName = 'PagerDuty Polling Trigger';

/** A real n8n in whose clockwork a test can turn the hands, and a sandbox. There once the block's own set-up has run. */
export interface PollingStage {
	readonly n8n: N8n;
	readonly sandbox: Sandbox;
	readonly credentials: CredentialIds;
	activated(parameters: Record<string, unknown>): Promise<StoredWorkflow>;
	/** The minute after which n8n polls again. */
	minutePasses(): void;
	/** Resolves when all executions of a workflow have ended; oldest first. */
	executionsOf(workflow: StoredWorkflow): Promise<Execution[]>;
	/** Every event that was given, over all executions, as `title: event type`. */
	given(workflow: StoredWorkflow): Promise<string[]>;
	untilGiven(workflow: StoredWorkflow, count: number): Promise<void>;
}

/** Sets it up before the tests of the block or file that calls it, and clears it away after them. */
export function openPollingStage(which: N8nVersion): PollingStage {
	let n8n: N8n;
	let sandbox: Sandbox;
	let credentials: CredentialIds;

	beforeAll(async () => {
		sandbox = await startSandbox({ strict: true });
		const preloaded = ['timePasses.mjs', 'diesAtStoring.mjs'].map(
			(file) => `--import=${pathToFileURL(join(__dirname, file)).href}`,
		);
		n8n = await ownN8n({ which, env: { NODE_OPTIONS: preloaded.join(' ') } });
		credentials = await n8n.connect(sandbox);
	});
	afterAll(async () => {
		await n8n?.stop();
		await sandbox?.close();
	});

	const executionsOf = async ({ id }: StoredWorkflow) => await n8n.client.executions.ofWorkflow(id, 0);

	const given = async (workflow: StoredWorkflow) =>
		(await executionsOf(workflow))
			.flatMap((execution) => itemsOf(execution, pollingName))
			.map(({ event_type, data }) => `${nameOf(Object(data))}: ${String(event_type)}`);

	return {
		get n8n() {
			return n8n;
		},
		get sandbox() {
			return sandbox;
		},
		get credentials() {
			return credentials;
		},
		async activated(parameters) {
			const workflow = await n8n.create(chain('polling', [pollingTrigger(parameters)]), credentials);
			await n8n.client.workflows.activate(workflow.id);
			return workflow;
		},
		minutePasses: () => process.kill(n8n.host.pid, 'SIGUSR2'),
		executionsOf,
		given,
		untilGiven: async (workflow, count) =>
			await until(`${count} events are given`, async () => (await given(workflow)).length >= count, 60_000),
	};
}

/** The title of an incident, or the schedule of a handoff. */
const nameOf = ({ title, schedule }: { title?: unknown; schedule?: { summary?: unknown } }) =>
	String(title ?? schedule?.summary);
