import type { Execution, StoredWorkflow, Workflow } from '../../support/n8nTypes';
import { until } from '../../support/until';
import type { Stage } from '../stage';
import { withSettings } from './settings';

/**
 * Clicks "Execute workflow" on a trigger such as "Set up (run once)".
 *
 * @returns how it ran
 * @throws when the run does not end well
 */
export async function clicked(
	{ n8n }: Pick<Stage, 'n8n'>,
	{ id, name }: Pick<StoredWorkflow, 'id' | 'name'>,
	trigger: string,
	timeoutMs = 60_000,
): Promise<Execution> {
	const { executionId } = await n8n.client.workflows.run(id, trigger);
	const execution = await n8n.client.executions.finished(String(executionId), timeoutMs);
	const { status, data } = execution;
	const error = data.resultData.error?.message;
	expect({ name, trigger, status, error }).toEqual({ name, trigger, status: 'success', error: undefined });
	return execution;
}

/** Publishes a workflow with a PagerDuty Trigger, and waits until PagerDuty knows of it. */
export async function published(
	{ n8n, sandbox }: Pick<Stage, 'n8n' | 'sandbox'>,
	{ id }: Pick<StoredWorkflow, 'id'>,
): Promise<void> {
	const before = sandbox.subscriptions().length;
	await n8n.client.workflows.activate(id);
	await until('it is subscribed', () => sandbox.subscriptions().length === before + 1);
}

/** A workflow as a person pastes it once more: its webhooks have addresses of their own. */
export const pasted = ({ name, nodes, ...rest }: Workflow): Workflow => ({
	...rest,
	name: `${name} copy`,
	nodes: nodes.map((node) => ('webhookId' in node ? { ...node, webhookId: crypto.randomUUID() } : node)),
});

/** Changes fields of a template's Settings node as a person does. What is published stays as it was. */
export async function changeSettings(
	{ n8n }: Pick<Stage, 'n8n'>,
	{ id }: Pick<StoredWorkflow, 'id'>,
	settings: Record<string, unknown>,
): Promise<void> {
	const { nodes } = await n8n.client.workflows.get(id);
	await n8n.client.workflows.update(id, { nodes: withSettings(nodes, settings) });
}

/** Counts what a workflow has done, so that a test can wait for what follows from what it did. */
export class Ended {
	private count = 0;

	constructor(
		private readonly stage: Stage,
		private readonly workflow: () => StoredWorkflow,
	) {}

	/** Waits until it has ended so many more executions, which must have ended like that. */
	async more(executions: number, status = 'success'): Promise<void> {
		const before = this.count;
		this.count += executions;
		const all = await this.stage.n8n.client.executions.ofWorkflow(this.workflow().id, this.count, 60_000);
		const others = all.slice(before, this.count).filter((each) => each.status !== status);
		expect(others.map((each) => [each.status, each.data.resultData.error?.message])).toEqual([]);
	}
}
