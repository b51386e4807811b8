import type { N8nVersion, StoredWorkflow, WorkflowNode } from '../support/n8nTypes';
import { until } from '../support/until';
import { itemsOf, openStage, type Stage } from './stage';
import { byHand, chain, locator, pagerDuty } from './workflowParts';

/** An incident that asks, and the link in its details. */
export interface Asked {
	readonly id: string;
	readonly link: string;
}

/** An n8n, and a sandbox in which responders find its questions. */
type Place = Pick<Stage, 'n8n' | 'sandbox' | 'credentials'>;

/** How tests ask there. */
export interface Asking {
	/** The node that asks. */
	asking(message: string, options?: object): WorkflowNode;
	/** Runs a workflow by hand until it waits. */
	start(workflow: StoredWorkflow): Promise<string>;
	/** The incident that asks this, once it is there. */
	asked(message: string): Promise<Asked>;
	/** Starts a workflow that asks, and waits until it waits. */
	ask(message: string, options?: object): Promise<Asked & { executionId: string }>;
	isWaiting(executionId: string): Promise<boolean>;
	/** What the node {@link after} got, once the execution has ended well. */
	outcome(executionId: string, timeoutMs?: number): Promise<object[]>;
}

/** The last node of the workflows here. */
export const after: WorkflowNode = {
	name: 'After',
	type: 'n8n-nodes-base.noOp',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

/** Presses a button of the page, as a browser does. */
export const press = async (link: string, answer: 'approve' | 'decline', name = '') =>
	await fetch(link, { method: 'POST', body: new URLSearchParams({ answer, name }) });

/** A stage with an n8n of its own: set up before the tests of the block or file that calls it, cleared away after them. */
export function openAskingStage(which: N8nVersion): Stage & Asking {
	const stage = openStage(which, {});
	return Object.assign(stage, askingAt(stage));
}

/** For an n8n and a sandbox that are there already. */
export function askingAt(stage: Place): Asking {
	const asking = (message: string, options: object = {}) =>
		pagerDuty('Ask', {
			resource: 'incident',
			operation: 'sendAndWait',
			serviceId: locator(String(stage.sandbox.services()[0]?.id)),
			message,
			options,
		});

	async function start({ id }: StoredWorkflow): Promise<string> {
		const { workflows, executions } = stage.n8n.client;
		const { executionId } = await workflows.run(id, byHand.name);
		expect(await executions.rested(String(executionId))).toMatchObject({ status: 'waiting' });
		return String(executionId);
	}

	async function asked(message: string): Promise<Asked> {
		const find = () => stage.sandbox.incidents().find(({ title }) => title === message);
		await until(`an incident asks: ${message}`, () => find() !== undefined);
		const { id = '', details } = find() ?? {};
		return { id, link: String(/https?:\S+/.exec(String(details))?.[0]) };
	}

	async function ask(message: string, options?: object) {
		const nodes = [byHand, asking(message, options), after];
		const executionId = await start(await stage.n8n.create(chain(message, nodes), stage.credentials));
		return { executionId, ...(await asked(message)) };
	}

	const isWaiting = async (executionId: string) =>
		(await stage.n8n.client.executions.get(executionId)).status === 'waiting';

	async function outcome(executionId: string, timeoutMs?: number): Promise<object[]> {
		const { executions } = stage.n8n.client;
		expect(await executions.finished(executionId, timeoutMs)).toMatchObject({ status: 'success' });
		let items: object[] = [];
		// n8n writes the status first, and the data a moment later.
		await until('the data of the execution is there', async () => {
			items = itemsOf(await executions.get(executionId), after.name);
			return items.length > 0;
		});
		return items;
	}

	return { asking, start, asked, ask, isWaiting, outcome };
}
