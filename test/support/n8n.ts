import type { Sandbox } from '../../sandbox';
import { sandboxIntegrationKeys, sandboxKeys, sandboxOAuthApp } from '../../sandbox/keys';
import type { Template } from './demoTypes';
import type { CredentialInput, N8nClient, N8nHost, N8nVersion, StoredWorkflow, Workflow } from './n8nTypes';
import { nativeImport } from './nativeImport';
import { until } from './until';

interface StartedN8n {
	host: N8nHost;
	client: N8nClient;
	/** That of `host` when left out. */
	webhookUrl?: string;
	/** Who may sign in to it. */
	owner: { email: string; password: string };
	stop(): Promise<void>;
}

export interface N8nOptions {
	which?: N8nVersion;
	env?: Record<string, string>;
	/** The user folder of another one that does not run at the moment: it starts with a copy of all that. */
	copyOf?: string;
	/** Whether it has its editor and runs Code nodes. Without, which is how it comes, it starts in half the time. */
	editor?: boolean;
}

interface DriverModule {
	newN8n(options: N8nOptions): Promise<StartedN8n>;
	sharedN8n(which: N8nVersion): Promise<StartedN8n>;
}

interface TemplatesModule {
	readTemplates(): Promise<Template[]>;
	withCredentials(workflow: Workflow, credentials: Record<string, string>): Workflow;
	templateUrls: object;
	withMovedAddresses(workflow: Workflow, last: object, now: object): Workflow;
}

/** Where a sandbox listens. */
type SandboxPlace = Pick<Sandbox, 'url' | 'mailPort'>;

interface CredentialsModule {
	demoCredentials(sandbox: SandboxPlace, keys: object): CredentialInput[];
	credentialKey(credential: CredentialInput): string;
}

/** Ids of credentials by their type, or by their type and name: what `credentials` of a node name. */
export type CredentialIds = Record<string, string>;

/** A real n8n with the packed package, and what a test made in it. */
export interface N8n extends StartedN8n {
	/** Makes the credentials that open a sandbox, the same as `npm start` makes. */
	connect(sandbox: SandboxPlace): Promise<CredentialIds>;
	/** Makes a workflow; its nodes get the given credentials where they name one of their types. */
	create(workflow: Workflow, credentials?: CredentialIds): Promise<StoredWorkflow>;
	/** Imports a file of workflows/, as `npm start` does. */
	importTemplate(file: string, credentials: CredentialIds, sandbox: SandboxPlace): Promise<StoredWorkflow>;
	/** Where it takes webhooks, forms and MCP clients: in queue mode it is another process than that of the editor. */
	readonly webhookUrl: string;
	/** Deactivates and deletes the workflows and credentials that were made through this object. */
	cleanUp(): Promise<void>;
}

/** The n8n that all test files share; it is not stopped by tests. Call `cleanUp` when a test is over. */
export async function sharedN8n(which: N8nVersion = '2.41'): Promise<N8n> {
	const driver = await nativeImport<DriverModule>('test/support/sharedN8n.mjs');
	return withMemory(await driver.sharedN8n(which));
}

/** An n8n of the test's own, to be killed, restarted, or started with other settings. `stop` it when the test is over. */
export async function ownN8n(options: N8nOptions = {}): Promise<N8n> {
	const driver = await nativeImport<DriverModule>('test/support/sharedN8n.mjs');
	return withMemory(await driver.newN8n(options));
}

/** The n8n of a test, which knows what the test made in it. */
export function withMemory(started: StartedN8n): N8n {
	const { client } = started;
	const workflows: string[] = [];
	const credentials: string[] = [];

	async function create(workflow: Workflow, ids: CredentialIds = {}) {
		const { withCredentials } = await nativeImport<TemplatesModule>('scripts/demo/templates.mjs');
		const stored = await client.workflows.create(withCredentials(workflow, ids));
		workflows.push(stored.id);
		return stored;
	}

	return {
		...started,
		webhookUrl: started.webhookUrl ?? started.host.url,
		create,
		async connect(sandbox) {
			const { demoCredentials, credentialKey } = await nativeImport<CredentialsModule>(
				'scripts/demo/credentials.mjs',
			);
			const keys = { sandboxKeys, sandboxOAuthApp, sandboxIntegrationKeys };
			const ids: CredentialIds = {};
			for (const credential of demoCredentials(sandbox, keys)) {
				const { id } = await client.credentials.create(credential);
				ids[credentialKey(credential)] = id;
				credentials.push(id);
			}
			return ids;
		},
		async importTemplate(file, ids, { url }) {
			const { readTemplates, templateUrls, withMovedAddresses } = await nativeImport<TemplatesModule>(
				'scripts/demo/templates.mjs',
			);
			const template = (await readTemplates()).find((one) => one.file === file);
			if (!template) throw new Error(`There is no workflows/${file}.`);
			return await create(withMovedAddresses(template.workflow, templateUrls, { sandboxUrl: url }), ids);
		},
		async cleanUp() {
			// A test may have removed some of them itself.
			const here = new Set((await client.workflows.list()).map(({ id }) => id));
			for (const id of workflows.splice(0).filter((one) => here.has(one))) {
				await client.workflows.deactivate(id);
				await client.workflows.remove(id);
			}
			const kept = new Set((await client.credentials.list()).map(({ id }) => id));
			for (const id of credentials.splice(0).filter((one) => kept.has(one)))
				await client.credentials.remove(id);
		},
	};
}

/**
 * Waits until n8n serves a webhook address, which it does a moment after an activation has answered. It asks with an
 * empty POST, which a trigger that wants a signature refuses without an execution.
 */
export async function untilServed(webhookUrl: string, timeoutMs = 15_000): Promise<void> {
	const served = async () => (await fetch(webhookUrl, { method: 'POST' })).status !== 404;
	await until(`n8n serves ${webhookUrl}`, served, timeoutMs);
}
