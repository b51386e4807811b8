import { startSandbox, type Sandbox } from '../../sandbox';
import { ownN8n, untilServed, type CredentialIds, type N8n } from '../support/n8n';
import type { StoredWorkflow } from '../support/n8nTypes';
import { until } from '../support/until';
import { chain, trigger } from './workflowParts';

jest.setTimeout(240_000);

let sandbox: Sandbox;
let original: N8n;
let copy: N8n | undefined;
let credentials: CredentialIds;

beforeAll(async () => {
	sandbox = await startSandbox({ strict: true });
	original = await ownN8n();
	credentials = await original.connect(sandbox);
});
afterAll(async () => {
	await copy?.stop();
	await original?.stop();
	await sandbox?.close();
});

const at = ({ host }: N8n) => sandbox.subscriptions().filter(({ url }) => url?.startsWith(host.url));
const count = async ({ client }: N8n, { id }: { id: string }) => (await client.executions.list(id)).length;

/** An incident opens. @returns how often each n8n starts the workflow for it */
async function heard(workflow: { id: string }, ...all: N8n[]): Promise<number[]> {
	const before = await Promise.all(all.map(async (each) => await count(each, workflow)));
	const more = async () =>
		await Promise.all(all.map(async (each, index) => (await count(each, workflow)) - (before[index] ?? 0)));
	sandbox.trigger();
	await sandbox.settled();
	await until('each has heard it', async () => (await more()).every((each) => each > 0));
	return await more();
}

/** n8n's public API, as a program uses it. */
async function publicApi(n8n: N8n) {
	const { rawApiKey } = (await n8n.client.send('POST', '/rest/api-keys', {
		label: 'copies',
		expiresAt: null,
		scopes: ['workflow:read', 'workflow:create'],
	})) as { rawApiKey: string };
	return async (method: string, path: string, body?: object) => {
		const headers = { 'X-N8N-API-KEY': rawApiKey, 'Content-Type': 'application/json' };
		const answer = await fetch(`${n8n.host.url}/api/v1${path}`, {
			method,
			headers,
			body: JSON.stringify(body),
		});
		if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
		return (await answer.json()) as StoredWorkflow;
	};
}

describe('two copies', () => {
	let workflow: StoredWorkflow;

	beforeAll(async () => {
		const node = trigger({ events: ['incident.triggered'] });
		workflow = await original.create(chain('Page the team', [node]), credentials);
		await original.client.workflows.activate(workflow.id);
		await untilServed(String(at(original)[0]?.url));
	});

	it('of one workflow, made by the public API with its static data, keep a subscription each', async () => {
		const [before] = at(original);
		const send = await publicApi(original);
		const read = await send('GET', `/workflows/${workflow.id}`);
		expect(JSON.stringify(read.staticData)).toContain(before?.id);
		for (const hidden of [...(before?.secrets ?? []), String(before?.customHeaders[0]?.value)])
			expect(JSON.stringify(read)).not.toContain(hidden);
		const { name, connections, settings, staticData } = read;
		const nodes = read.nodes.map((node) => ({ ...node, webhookId: crypto.randomUUID() }));
		const twin = await send('POST', '/workflows', { name, nodes, connections, settings, staticData });
		expect((await original.client.workflows.get(twin.id)).staticData).toMatchObject(staticData ?? {});

		await original.client.workflows.activate(twin.id);
		expect(at(original)).toHaveLength(2);
		expect(at(original)[0]).toEqual(before);
		await untilServed(String(at(original)[1]?.url));
		expect(original.host.logs()).toContain(`the webhook subscription ${before?.id} was left alone`);
		expect(await heard(workflow, original)).toEqual([1]);
		expect(await count(original, twin)).toBe(1);
		await original.client.workflows.deactivate(twin.id);
		await until('the copy has none', () => at(original).length === 1);
		expect(at(original)).toEqual([before]);
	});

	it('of a whole n8n keep a subscription each, whoever starts, publishes and unpublishes first', async () => {
		const [before] = at(original);
		await original.host.kill();
		copy = await ownN8n({ copyOf: original.host.userFolder });
		const twin = copy;
		await until('the copy has its own', () => at(twin).length === 1);
		expect(at(original)).toEqual([before]);
		expect(twin.host.logs()).toContain(`the webhook subscription ${before?.id} was left alone`);

		await original.host.restart();
		await original.client.login(original.owner);
		await untilServed(String(before?.url));
		const [second] = at(twin);
		expect(await heard(workflow, original, twin)).toEqual([1, 1]);
		expect([...at(original), ...at(twin)]).toEqual([before, second]);

		await twin.client.workflows.deactivate(workflow.id);
		await until('that of the copy is gone', () => at(twin).length === 0);
		expect(await heard(workflow, original)).toEqual([1]);
		await twin.client.workflows.activate(workflow.id);
		expect(at(original)).toEqual([before]);
		await original.client.workflows.deactivate(workflow.id);
		await until('that of the original is gone', () => at(original).length === 0);
		await untilServed(String(at(twin)[0]?.url));
		expect(await heard(workflow, twin)).toEqual([1]);
		await original.client.workflows.activate(workflow.id);
		expect([at(original).length, at(twin).length]).toEqual([1, 1]);
	});

	it('go separate ways: n8n names what stays when its credential is deleted first, and the other goes on', async () => {
		const twin = copy!;
		const [left] = at(twin);
		for (const { id } of await twin.client.credentials.list()) await twin.client.credentials.remove(id);
		await twin.client.workflows.deactivate(workflow.id);
		expect(twin.host.logs()).toContain(`still in PagerDuty: ${left?.id}`);
		expect(at(original)).toHaveLength(1);
		expect(await heard(workflow, original)).toEqual([1]);
	});
});
