import { sandboxKeys, startSandbox, type Sandbox } from '../../sandbox';
import type { N8nVersion, WorkflowNode } from '../support/n8nTypes';
import { itemsOf, openStage } from './stage';
import { chain, locator, pagerDuty, pollingTrigger, trigger } from './workflowParts';

jest.setTimeout(240_000);

const items = (json: object[]): WorkflowNode => ({
	name: 'Items',
	type: 'n8n-nodes-base.code',
	typeVersion: 2,
	position: [0, 0],
	parameters: { jsCode: `return ${JSON.stringify(json.map((each) => ({ json: each })))}` },
});

/** What tells people why it cannot work. */
const needsItem = 'has an expression that needs an item';

describe.each<N8nVersion>(['2.41', '1.123'])('A credential made of expressions in n8n %s', (which) => {
	const stage = openStage(which);
	let other: Sandbox;
	let pagerDutyTokenApi: string;

	beforeAll(async () => {
		other = await startSandbox({ strict: true });
		const data = { region: 'custom', baseUrl: '={{ $json.home }}', apiToken: '={{ $json.key }}' };
		const stored = {
			name: 'Of the item',
			type: 'pagerDutyTokenApi',
			data: { ...data, fromEmail: '={{ $json.from }}' },
		};
		pagerDutyTokenApi = (await stage.n8n.client.credentials.create(stored)).id;
	});
	afterAll(async () => {
		if (pagerDutyTokenApi) await stage.n8n.client.credentials.remove(pagerDutyTokenApi);
		await other?.close();
	});

	/** Both accounts: the one with an account key, the other with the key of a user, who is the From user. */
	const clients = () => [
		{ sandbox: stage.sandbox, key: sandboxKeys.account, from: String(stage.sandbox.users()[5]?.email) },
		{ sandbox: other, key: sandboxKeys.user, from: '' },
	];

	it.each([
		['acknowledge', {}],
		['get', {}],
		['resolve', { resolution: 'Done' }],
	])("takes each item to its own client's account: %s", async (operation, more) => {
		const opened = clients().map((client) => ({ ...client, incidents: client.sandbox.addIncidents(3) }));
		const given = [0, 1, 2].flatMap((turn) =>
			opened.map(({ sandbox, key, from, incidents }) => ({
				id: incidents[turn]?.id,
				home: sandbox.url,
				key,
				from,
			})),
		);
		const before = opened.map(({ sandbox }) => sandbox.requests().length);
		const parameters = { resource: 'incident', operation, incidentId: locator('={{ $json.id }}'), ...more };
		const execution = await stage.run([items(given), pagerDuty('Each', parameters)], { pagerDutyTokenApi });
		expect(execution.data.resultData.error?.message).toBeUndefined();
		expect(itemsOf(execution, 'Each').map(({ id }) => id)).toEqual(given.map(({ id }) => id));
		for (const [index, { sandbox, key, from }] of opened.entries()) {
			const requests = sandbox.requests().slice(before[index]);
			expect(requests.length).toBeGreaterThan(0);
			expect(new Set(requests.map(({ headers }) => headers.authorization))).toEqual(
				new Set([`Token token=${key}`]),
			);
			for (const { headers } of requests.filter(({ method }) => method !== 'GET'))
				expect(headers.from).toBe(from || sandboxKeys.userEmail);
		}
	});

	it('makes an item without a key fail by itself, before anything is sent', async () => {
		const [incident] = stage.sandbox.addIncidents(1);
		const item = { id: incident?.id, home: stage.sandbox.url, key: sandboxKeys.account, from: '' };
		const parameters = { resource: 'incident', operation: 'get', incidentId: locator('={{ $json.id }}') };
		const execution = await stage.run(
			[
				items([item, { ...item, key: '' }]),
				pagerDuty('Each', parameters, { onError: 'continueErrorOutput' }),
			],
			{ pagerDutyTokenApi },
		);
		expect(itemsOf(execution, 'Each')).toHaveLength(1);
		const failed = execution.data.resultData.runData.Each?.[0]?.data?.main[1]?.map(({ json }) => json.error);
		expect(failed).toEqual(['The API Key of the PagerDuty credential is empty']);
	});

	it('says that there is no item, where triggers and lists to choose from would need one', async () => {
		const before = clients().map(({ sandbox }) => sandbox.requests().length);
		const credentials = { pagerDutyTokenApi: { id: pagerDutyTokenApi, name: 'Of the item' } };
		const list = stage.n8n.client.locatorResults({
			nodeTypeAndVersion: { name: 'n8n-nodes-pagerduty.pagerDuty', version: 1 },
			path: 'serviceId',
			methodName: 'searchServices',
			currentNodeParameters: { authentication: 'token', resource: 'incident', operation: 'create' },
			credentials,
		});
		await expect(list).rejects.toThrow(needsItem);
		for (const node of [
			trigger({ events: ['incident.triggered'] }),
			pollingTrigger({ events: ['incident.triggered'] }),
		]) {
			const workflow = await stage.n8n.create(chain(node.name, [{ ...node, credentials }]));
			await expect(stage.n8n.client.workflows.activate(workflow.id)).rejects.toThrow(/no item/);
		}
		expect(clients().map(({ sandbox }) => sandbox.requests().length)).toEqual(before);
	});
});
