import { sandboxKeys, sandboxOAuthApp, startSandbox, type Sandbox } from '../../sandbox';
import { sharedN8n, type N8n } from '../support/n8n';
import type { Execution, WorkflowNode } from '../support/n8nTypes';
import { byHand, chain, locator, pagerDuty } from './workflowParts';

/** How many incidents each tenant has. */
export const incidents = 200;

/** One client's PagerDuty, and the credentials in n8n that open it. */
export interface Tenant {
	readonly sandbox: Sandbox;
	readonly key: string;
	/** In whose name changes are made; the user of the key where the credential names nobody. */
	readonly from: string;
	/** IDs of the credentials: with the key, and as an OAuth app. */
	readonly token: string;
	readonly app: string;
}

/** An n8n that works for two clients. It is there once the block's own set-up has run. */
export interface Tenancy {
	readonly n8n: N8n;
	/** With an account key, and a credential that names the From user. */
	readonly acme: Tenant;
	/** With the key of a user, who is the From user. */
	readonly globex: Tenant;
	/** Makes a credential that opens this sandbox, and returns its ID. */
	credential(type: string, sandbox: Sandbox, data: Record<string, unknown>): Promise<string>;
	/** Runs nodes one after another, in a workflow of their own. */
	run(name: string, ...nodes: WorkflowNode[]): Promise<Execution>;
}

/** @param start gives the n8n; where it is the test's own, the test stops it */
export function openTenancy(start: () => Promise<N8n> = sharedN8n): Tenancy {
	let n8n: N8n;
	const tenants: Tenant[] = [];
	const made: string[] = [];

	async function credential(type: string, { url }: Sandbox, data: Record<string, unknown>): Promise<string> {
		const stored = { name: type, type, data: { region: 'custom', baseUrl: url, ...data } };
		const { id } = await n8n.client.credentials.create(stored);
		made.push(id);
		return id;
	}

	async function moveIn(key: string, fromEmail: (sandbox: Sandbox) => string): Promise<void> {
		const sandbox = await startSandbox({ strict: true, seed: 'empty' });
		const email = fromEmail(sandbox);
		const { clientId, clientSecret, subdomain } = sandboxOAuthApp;
		const app = { clientId, clientSecret, subdomain, grantType: 'clientCredentials', fromEmail: email };
		tenants.push({
			sandbox,
			key,
			from: email || sandboxKeys.userEmail,
			token: await credential('pagerDutyTokenApi', sandbox, { apiToken: key, fromEmail: email }),
			app: await credential('pagerDutyAppOAuth2Api', sandbox, app),
		});
	}

	beforeAll(async () => {
		n8n = await start();
		await moveIn(sandboxKeys.account, (sandbox) => String(sandbox.users()[5]?.email));
		await moveIn(sandboxKeys.user, () => '');
	});
	beforeEach(() => {
		for (const { sandbox } of tenants) {
			sandbox.reset();
			sandbox.addIncidents(incidents);
		}
	});
	afterAll(async () => {
		await n8n?.cleanUp();
		for (const id of made) await n8n.client.credentials.remove(id);
		for (const { sandbox } of tenants) await sandbox.close();
	});

	return {
		credential,
		get n8n() {
			return n8n;
		},
		get acme() {
			return tenants[0] as Tenant;
		},
		get globex() {
			return tenants[1] as Tenant;
		},
		async run(name, ...nodes) {
			const { id } = await n8n.create(chain(name, [byHand, ...nodes]));
			const { executionId } = await n8n.client.workflows.run(id, byHand.name);
			return await n8n.client.executions.finished(String(executionId), 120_000);
		},
	};
}

/** A node that opens one tenant's account, with an API key or as an app. */
const node = (name: string, { token, app }: Tenant, parameters: Record<string, unknown>) =>
	pagerDuty(name, parameters, {
		credentials:
			parameters.authentication === 'oAuth2'
				? { pagerDutyAppOAuth2Api: { id: app, name } }
				: { pagerDutyTokenApi: { id: token, name } },
	});

/** Lists a tenant's incidents. */
export const list = (name: string, of: Tenant, more = {}) =>
	node(name, of, {
		resource: 'incident',
		operation: 'getAll',
		limit: incidents,
		filters: { allTime: true },
		...more,
	});

/** Does something with each incident that comes in. */
export const each = (name: string, of: Tenant, operation: string, more = {}) =>
	node(name, of, { resource: 'incident', operation, incidentId: locator('={{ $json.id }}'), ...more });

/** What a tenant's account was shown in a header. */
export const shown = ({ sandbox }: Tenant, header: string) =>
	new Set(sandbox.requests().flatMap(({ headers }) => headers[header] ?? []));
