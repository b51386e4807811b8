import { sandboxKeys, sandboxOAuthApp, startSandbox, type Sandbox } from '../../sandbox';
import { deliver, eventBody } from '../support/signedDelivery';
import { sharedN8n, untilServed, type CredentialIds, type N8n } from '../support/n8n';
import type { Execution } from '../support/n8nTypes';
import { until } from '../support/until';
import { byHand, chain, locator, pagerDuty, trigger } from './workflowParts';

jest.setTimeout(240_000);

let n8n: N8n;
let sandbox: Sandbox;
let credentials: CredentialIds;
let oAuthIds: string[] = [];

beforeAll(async () => {
	sandbox = await startSandbox();
	n8n = await sharedN8n('1.123');
	credentials = await n8n.connect(sandbox);
});
afterAll(async () => {
	await n8n?.cleanUp();
	await Promise.all(oAuthIds.map(async (id) => await n8n.client.credentials.remove(id)));
	await sandbox?.close();
});

async function run(nodes: Parameters<typeof chain>[1], ids = credentials): Promise<Execution> {
	const workflow = await n8n.create(chain('legacy', [byHand, ...nodes]), ids);
	const { executionId } = await n8n.client.workflows.run(workflow.id, byHand.name);
	return await n8n.client.executions.finished(String(executionId));
}

const items = (execution: Execution, node: string) =>
	(execution.data.resultData.runData[node]?.[0]?.data?.main[0] ?? []).map(({ json }) => json);

const onIncident = (name: string, operation: string, more = {}) =>
	pagerDuty(name, {
		resource: 'incident',
		operation,
		incidentId: locator('={{ $("Open").item.json.id }}'),
		...more,
	});

/** Lists services with an OAuth credential. */
async function serviceNames(pagerDutyAppOAuth2Api: string): Promise<unknown[]> {
	const parameters = { authentication: 'oAuth2', resource: 'service', operation: 'getAll', returnAll: true };
	const execution = await run([pagerDuty('Services', parameters)], { pagerDutyAppOAuth2Api });
	expect(execution.data.resultData.error?.message).toBeUndefined();
	return items(execution, 'Services').map(({ name }) => name);
}

async function oAuthCredential(data: Record<string, unknown>): Promise<string> {
	const { clientId, clientSecret } = sandboxOAuthApp;
	const { id } = await n8n.client.credentials.create({
		name: 'OAuth',
		type: 'pagerDutyAppOAuth2Api',
		data: { region: 'custom', baseUrl: sandbox.url, clientId, clientSecret, ...data },
	});
	oAuthIds = [...oAuthIds, id];
	return id;
}

const tokenRequests = () => sandbox.requests().filter(({ path }) => path.startsWith('/oauth/token'));

describe('n8n 1.123', () => {
	it('takes an incident from its opening to its end', async () => {
		const execution = await run([
			pagerDuty('Open', {
				resource: 'incident',
				operation: 'create',
				serviceId: locator(String(sandbox.services()[0]?.id)),
				title: 'Refunds are slow',
				additionalFields: { urgency: 'low' },
			}),
			onIncident('Note', 'create', { resource: 'incidentNote', content: 'Looking' }),
			onIncident('Acknowledge', 'acknowledge'),
			onIncident('Resolve', 'resolve', { resolution: 'Queue restarted' }),
			onIncident('Get', 'get'),
		]);
		expect(execution.status).toBe('success');
		expect(items(execution, 'Open')).toMatchObject([{ title: 'Refunds are slow', status: 'triggered' }]);
		expect(items(execution, 'Note')).toMatchObject([{ content: 'Looking' }]);
		expect(items(execution, 'Acknowledge')).toMatchObject([{ status: 'acknowledged' }]);
		expect(items(execution, 'Resolve')).toMatchObject([{ status: 'resolved' }]);
		expect(items(execution, 'Get')).toMatchObject([
			{ title: 'Refunds are slow', urgency: 'low', status: 'resolved' },
		]);
		const opened = sandbox.incidents().filter(({ title }) => title === 'Refunds are slow');
		expect(opened).toMatchObject([{ status: 'resolved' }]);
	});

	it('subscribes, starts one execution for a signed event and none for a forged one, and unsubscribes', async () => {
		const node = trigger({ events: ['incident.triggered'] });
		const workflow = await n8n.create(chain('legacy trigger', [node]), credentials);
		await n8n.client.workflows.activate(workflow.id);
		await until('one subscription', () => sandbox.subscriptions().length === 1);
		const url = String(sandbox.subscriptions()[0]?.url);
		await untilServed(url);
		const forged = await deliver(url, eventBody(), { secret: 'a wrong secret' });
		expect(forged.status).toBe(401);

		const incident = sandbox.trigger({ title: 'Checkout is down' });
		const [ended] = await n8n.client.executions.ofWorkflow(workflow.id, 1);
		expect(ended && items(ended, node.name)).toMatchObject([
			{ event_type: 'incident.triggered', data: { id: incident.id, title: 'Checkout is down' } },
		]);
		await sandbox.settled();
		expect(sandbox.deliveries().map(({ status }) => status)).toEqual([200]);
		expect(await n8n.client.executions.list(workflow.id)).toHaveLength(1);

		await n8n.client.workflows.deactivate(workflow.id);
		await until('no subscription', () => sandbox.subscriptions().length === 0);
	});

	it('connects an app by itself, and asks for a new token when the old one has expired', async () => {
		const { subdomain } = sandboxOAuthApp;
		const id = await oAuthCredential({
			grantType: 'clientCredentials',
			subdomain,
			fromEmail: sandboxKeys.userEmail,
		});
		const names = sandbox.services().map(({ name }) => name);
		expect((await serviceNames(id)).sort()).toEqual(names.sort());
		const before = tokenRequests().length;
		await sandbox.advance(25 * 3_600_000);
		expect(await serviceNames(id)).toHaveLength(names.length);
		expect(tokenRequests()).toHaveLength(before + 1);
	});

	it('connects a user with PKCE and secret, and renews the token when it has expired', async () => {
		const id = await oAuthCredential({ grantType: 'pkce' });
		const address = new URL(await n8n.client.credentials.oAuth2Url(id));
		expect(address.searchParams.get('code_challenge_method')).toBe('S256');
		const form = new URLSearchParams(address.search);
		form.set('user_id', String(sandbox.users()[0]?.id));
		form.set('decision', 'allow');
		const agreed = await fetch(new URL('/oauth/authorize', sandbox.url), {
			method: 'POST',
			body: form,
			redirect: 'manual',
		});
		const callback = new URL(String(agreed.headers.get('location')));
		await n8n.client.send('GET', callback.pathname + callback.search);
		expect(await serviceNames(id)).toHaveLength(sandbox.services().length);
		const before = tokenRequests().length;
		await sandbox.advance(25 * 3_600_000);
		expect(await serviceNames(id)).toHaveLength(sandbox.services().length);
		expect(tokenRequests()).toHaveLength(before + 1);
	});

	it('sends a failed item to the error output with its input, and the others on', async () => {
		const known = sandbox.trigger({ title: 'Known' });
		const pick = {
			name: 'Pick',
			type: 'n8n-nodes-base.code',
			typeVersion: 2,
			position: [0, 0] as [number, number],
			parameters: {
				jsCode: `return [{ json: { pick: '${known.id}' } }, { json: { pick: 'QNOSUCHID12345' } }]`,
			},
		};
		const get = pagerDuty(
			'Get',
			{ resource: 'incident', operation: 'get', incidentId: locator('={{ $json.pick }}') },
			{ onError: 'continueErrorOutput' },
		);
		const execution = await run([pick, get]);
		const [found, failed] = execution.data.resultData.runData.Get?.[0]?.data?.main ?? [];
		expect(found?.map(({ json }) => json)).toMatchObject([{ id: known.id }]);
		expect(failed?.map(({ json }) => json)).toMatchObject([
			{
				pick: 'QNOSUCHID12345',
				error: 'Incident Not Found',
				message: expect.stringContaining('Check the ID') as string,
			},
		]);
	});

	it('tests a stored token credential as its owner sees it, with the key hidden', async () => {
		const id = String(credentials.pagerDutyTokenApi);
		const { name, type, data } = await n8n.client.credentials.get(id);
		expect(JSON.stringify(data)).not.toContain(sandboxKeys.account);
		const result = await n8n.client.credentials.test({ id, name, type, data });
		expect(result).toMatchObject({ status: 'OK', message: expect.stringContaining('harborline') });
		expect(result.message).not.toContain(sandboxKeys.account);
	});
});
