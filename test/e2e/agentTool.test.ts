import { sandboxKeys, startSandbox, type Sandbox } from '../../sandbox';
import { sharedN8n, untilServed, type CredentialIds, type N8n } from '../support/n8n';
import type { N8nVersion, WorkflowNode } from '../support/n8nTypes';
import { fromAi, pagerDutyTool } from './agentWorkflow';
import { connectAgent, type Agent } from './mcpAgent';
import { locator } from './workflowParts';

jest.setTimeout(240_000);

let n8n: N8n;
let sandbox: Sandbox;
let agent: Agent;

const tools = [
	pagerDutyTool('List incidents', 'Lists the newest incidents of a service', {
		resource: 'incident',
		operation: 'getAll',
		limit: fromAi('limit', 'How many', 'number'),
		filters: {
			serviceIds: fromAi('serviceId', 'ID of a service'),
			statuses: fromAi('statuses', 'Any of triggered, acknowledged, resolved, with commas between'),
		},
	}),
	pagerDutyTool('Set custom fields', 'Sets custom fields of an incident', {
		resource: 'incident',
		operation: 'setCustomFields',
		incidentId: locator(fromAi('incident', 'ID or number of an incident')),
		customFieldsJson: fromAi('values', 'Values by the names of the fields', 'json'),
	}),
	{
		...pagerDutyTool('Open incident', 'Opens an incident, which pages whoever is on call', {
			resource: 'incident',
			operation: 'create',
			serviceId: locator(fromAi('serviceId', 'ID of a service')),
			title: fromAi('title', 'The problem in one line'),
			additionalFields: { details: fromAi('details', 'What is known about it') },
		}),
		retryOnFail: true,
		maxTries: 2,
		waitBetweenTries: 0,
	},
];

/** Lets n8n offer the tools to any client that speaks the Model Context Protocol. @returns the address */
async function publish(credentials: CredentialIds): Promise<string> {
	const path = crypto.randomUUID();
	const server: WorkflowNode = {
		name: 'MCP Server Trigger',
		type: '@n8n/n8n-nodes-langchain.mcpTrigger',
		typeVersion: 2,
		position: [0, 0],
		parameters: { path },
		webhookId: path,
	};
	const link = { ai_tool: [[{ node: server.name, type: 'ai_tool', index: 0 }]] };
	const workflow = await n8n.create(
		{
			name: 'Tools',
			nodes: [server, ...tools],
			connections: Object.fromEntries(tools.map(({ name }) => [name, link])),
			settings: { executionOrder: 'v1' },
		},
		credentials,
	);
	await n8n.client.workflows.activate(workflow.id);
	const url = `${n8n.host.url}/mcp/${path}`;
	await untilServed(url);
	return url;
}

const serviceId = () => String(sandbox.services()[0]?.id);
const open = (title: string) => sandbox.incidents().filter((incident) => incident.title === title);

// n8n 1.123 tells a node less about the call that it works for.
describe.each<N8nVersion>(['2.41', '1.123'])(
	'the PagerDuty node as a tool of an agent in n8n %s',
	(which) => {
		beforeAll(async () => {
			sandbox = await startSandbox({ strict: true });
			n8n = await sharedN8n(which);
			agent = await connectAgent(await publish(await n8n.connect(sandbox)));
		});
		afterAll(async () => {
			await n8n?.cleanUp();
			await sandbox?.close();
		});

		it('is offered with its description and with what the model has to fill in', async () => {
			expect(await agent.tools()).toEqual(
				expect.arrayContaining([
					expect.objectContaining({
						name: 'List_incidents',
						description: 'Lists the newest incidents of a service',
						inputSchema: expect.objectContaining({ required: ['limit', 'serviceId', 'statuses'] }),
					}),
					expect.objectContaining({
						name: 'Open_incident',
						inputSchema: expect.objectContaining({ required: ['serviceId', 'title', 'details'] }),
					}),
				]),
			);
		});

		it('lists what the model asks for', async () => {
			const statuses = ['triggered', 'resolved'];
			const rows = await agent.call('List_incidents', {
				serviceId: serviceId(),
				statuses: statuses.join(', '),
				limit: 3,
			});
			expect(rows).toHaveLength(3);
			expect(rows).toEqual(
				rows.map(() => expect.objectContaining({ service: expect.objectContaining({ id: serviceId() }) })),
			);
			for (const { status } of rows) expect(statuses).toContain(status);
		});

		it('sets custom fields to the object that the model makes', async () => {
			const incident = `#${sandbox.trigger().number}`;
			const values = { environment: 'staging', customers_affected: 12 };
			const rows = await agent.call('Set_custom_fields', { incident, values });
			expect(rows.map(({ name, value }) => [name, value])).toEqual(Object.entries(values));
		});

		it('opens an incident for each call, also for the same words while the first one is still open', async () => {
			const say = async (title: string) =>
				await agent.call('Open_incident', { serviceId: serviceId(), title, details: 'Since noon' });
			const [first] = await say('Disk full on web-1');
			const [second] = await say('Disk full on web-2');
			const [third] = await say('Disk full on web-2');
			expect([first, second, third]).toMatchObject([
				{ status: 'triggered', title: 'Disk full on web-1' },
				{ status: 'triggered', title: 'Disk full on web-2' },
				{ status: 'triggered', title: 'Disk full on web-2' },
			]);
			expect(new Set([first?.id, second?.id, third?.id]).size).toBe(3);
			expect(open('Disk full on web-1')).toHaveLength(1);
			expect(open('Disk full on web-2').map(({ id }) => id)).toEqual([second?.id, third?.id]);
		});

		it('opens one incident only when n8n tries one call again', async () => {
			// PagerDuty carries it out and answers with a refusal: Retry On Fail of the tool node calls once more.
			sandbox.fail({ method: 'POST', path: '/incidents', kind: 'status', status: 403, when: 'after' });
			const title = 'Certificate expired';
			const rows = await agent.call('Open_incident', { serviceId: serviceId(), title, details: '' });
			expect(rows).toMatchObject([{ title, status: 'triggered' }]);
			const sent = sandbox
				.requests()
				.filter(({ method, body }) => method === 'POST' && JSON.stringify(body).includes(title));
			expect(sent).toHaveLength(2);
			expect(open(title)).toHaveLength(1);
		});

		it.each([
			[
				'a status that does not exist',
				'List_incidents',
				{ limit: 1, serviceId: 'P0SERV1', statuses: 'closed' },
				['Filters > Statuses', 'triggered', 'acknowledged', 'resolved', 'closed'],
			],
			[
				'a name in place of an ID',
				'Open_incident',
				{ serviceId: 'Checkout API', title: 'Slow', details: '' },
				['"Service"', 'is not a PagerDuty ID', 'PABC123', 'Checkout API'],
			],
			[
				'a service that does not exist',
				'Open_incident',
				{ serviceId: 'PN0B0DY', title: 'Slow', details: '' },
				['Service not found: PN0B0DY'],
			],
			[
				'an empty title',
				'Open_incident',
				{ serviceId: 'P0SERV1', title: ' ', details: '' },
				['"Title" is missing'],
			],
		])('says what is wrong with %s, and tells no secret', async (_, name, args, words) => {
			const before = sandbox.incidents().length;
			const failure = await agent.call(name, args).then(
				() => 'it succeeded',
				(error: Error) => error.message,
			);
			for (const word of words) expect(failure).toContain(word);
			for (const secret of [sandboxKeys.account, 'Token token', sandbox.url])
				expect(failure).not.toContain(secret);
			expect(sandbox.incidents()).toHaveLength(before);
		});
	},
);
