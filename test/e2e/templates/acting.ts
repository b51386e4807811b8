import type { StoredWorkflow, Workflow } from '../../support/n8nTypes';
import { until } from '../../support/until';
import type { Stage } from '../stage';

/** Clicks "Execute workflow" on a trigger such as "Set up (run once)". @throws when the run does not end well */
export async function clicked(stage: Stage, { id }: StoredWorkflow, trigger: string): Promise<void> {
	const { executionId } = await stage.n8n.client.workflows.run(id, trigger);
	const { status } = await stage.n8n.client.executions.finished(String(executionId));
	expect({ trigger, status }).toEqual({ trigger, status: 'success' });
}

/** Publishes a workflow with a PagerDuty Trigger, and waits until PagerDuty knows of it. */
export async function published(stage: Stage, { id }: StoredWorkflow): Promise<void> {
	const before = stage.sandbox.subscriptions().length;
	await stage.n8n.client.workflows.activate(id);
	await until('it is subscribed', () => stage.sandbox.subscriptions().length === before + 1);
}

/** A workflow as a person pastes it once more: its webhooks have addresses of their own. */
export const pasted = ({ name, nodes, ...rest }: Workflow): Workflow => ({
	...rest,
	name: `${name} copy`,
	nodes: nodes.map((node) => ('webhookId' in node ? { ...node, webhookId: crypto.randomUUID() } : node)),
});

/** Fields of a template's Settings node as a person changes them. */
export async function withSettings(
	stage: Stage,
	{ id }: StoredWorkflow,
	values: Record<string, unknown>,
): Promise<void> {
	const { nodes } = await stage.n8n.client.workflows.get(id);
	const settings = nodes.find(({ name }) => name === 'Settings');
	const { assignments } = settings?.parameters.assignments as {
		assignments: Array<{ name: string; value: unknown }>;
	};
	for (const field of assignments) if (field.name in values) field.value = values[field.name];
	await stage.n8n.client.workflows.update(id, { nodes });
}

/** Counts what a workflow has done, so that a test can wait for what follows from what it did. */
export class Ended {
	private count = 0;

	constructor(
		private readonly stage: Stage,
		private readonly workflow: () => StoredWorkflow,
	) {}

	/** Waits until it has ended so many more executions, which must have ended well. */
	async more(executions: number): Promise<void> {
		this.count += executions;
		const all = await this.stage.n8n.client.executions.ofWorkflow(this.workflow().id, this.count, 60_000);
		expect(all.map(({ status }) => status)).toEqual(all.map(() => 'success'));
	}
}
