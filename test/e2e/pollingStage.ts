import type { CredentialIds } from '../support/n8n';
import type { Execution, N8nVersion, StoredWorkflow } from '../support/n8nTypes';
import { preloading } from '../support/preloading';
import { until } from '../support/until';
import { itemsOf, openStage, type Stage } from './stage';
import { chain, pollingTrigger } from './workflowParts';

export const pollingName = 'PagerDuty Polling Trigger';

/** A real n8n of its own whose clock a test can put forward, and a sandbox. There once the block's own set-up has run. */
export interface PollingStage extends Stage {
	/** Makes and activates a workflow; without credentials of its own it gets those of the stage. */
	activated(parameters: Record<string, unknown>, credentials?: CredentialIds): Promise<StoredWorkflow>;
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
	const stage = openStage(which, { env: preloading('e2e/timePasses.mjs', 'e2e/diesAtStoring.mjs') });

	const executionsOf = async ({ id }: StoredWorkflow) => await stage.n8n.client.executions.ofWorkflow(id, 0);

	const given = async (workflow: StoredWorkflow) =>
		(await executionsOf(workflow))
			.flatMap((execution) => itemsOf(execution, pollingName))
			.map(({ event_type, data }) => `${nameOf(Object(data))}: ${String(event_type)}`);

	return Object.assign(stage, {
		async activated(parameters: Record<string, unknown>, credentials = stage.credentials) {
			const { n8n } = stage;
			const workflow = await n8n.create(chain('polling', [pollingTrigger(parameters)]), credentials);
			await n8n.client.workflows.activate(workflow.id);
			return workflow;
		},
		minutePasses: () => process.kill(stage.n8n.host.pid, 'SIGUSR2'),
		executionsOf,
		given,
		untilGiven: async (workflow: StoredWorkflow, count: number) =>
			await until(`${count} events are given`, async () => (await given(workflow)).length >= count, 60_000),
	});
}

/** The title of an incident, or the schedule of a handoff. */
const nameOf = ({ title, schedule }: { title?: unknown; schedule?: { summary?: unknown } }) =>
	String(title ?? schedule?.summary);
