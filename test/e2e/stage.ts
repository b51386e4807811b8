import { sandboxOAuthApp, startSandbox, type Sandbox } from '../../sandbox';
import { ownN8n, sharedN8n, type CredentialIds, type N8n, type N8nOptions } from '../support/n8n';
import type { Execution, N8nVersion, WorkflowNode } from '../support/n8nTypes';
import { byHand, chain } from './workflowParts';

/** What the tests of a `describe` block play on. It is there once the block's own set-up has run. */
export interface Stage {
	readonly n8n: N8n;
	readonly sandbox: Sandbox;
	/** Of n8n, opening the sandbox. */
	readonly credentials: CredentialIds;
	/** Makes an OAuth credential, not connected yet, and returns its ID. */
	oAuthCredential(data: Record<string, unknown>): Promise<string>;
	/** Runs nodes one after another, as a click on "Execute workflow" does. */
	run(nodes: WorkflowNode[], credentials?: CredentialIds): Promise<Execution>;
}

/**
 * Sets a stage up before the tests of the block or file that calls it, and clears it away after them.
 *
 * @param own settings of an n8n of its own; left out, it is the one that all test files share
 */
export function openStage(which: N8nVersion = '2.41', own?: N8nOptions): Stage {
	let n8n: N8n;
	let sandbox: Sandbox;
	let credentials: CredentialIds;
	const oAuthIds: string[] = [];

	beforeAll(async () => {
		sandbox = await startSandbox({ strict: true, mailPort: 0 });
		n8n = await (own ? ownN8n({ which, ...own }) : sharedN8n(which));
		credentials = await n8n.connect(sandbox);
	});
	afterAll(async () => {
		if (own) await n8n?.stop();
		else {
			await n8n?.cleanUp();
			for (const id of oAuthIds) await n8n.client.credentials.remove(id);
		}
		await sandbox?.close();
	});

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
		async oAuthCredential(data) {
			const { clientId, clientSecret } = sandboxOAuthApp;
			const { id } = await n8n.client.credentials.create({
				name: 'OAuth',
				type: 'pagerDutyAppOAuth2Api',
				data: { region: 'custom', baseUrl: sandbox.url, clientId, clientSecret, ...data },
			});
			oAuthIds.push(id);
			return id;
		},
		async run(nodes, ids = credentials) {
			const workflow = await n8n.create(chain('by hand', [byHand, ...nodes]), ids);
			const { executionId } = await n8n.client.workflows.run(workflow.id, byHand.name);
			return await n8n.client.executions.finished(String(executionId));
		},
	};
}

/** The output items of a node. */
export const itemsOf = (execution: Execution, node: string) =>
	(execution.data.resultData.runData[node]?.[0]?.data?.main[0] ?? []).map(({ json }) => json);
