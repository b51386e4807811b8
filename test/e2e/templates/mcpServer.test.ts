import { sandboxKeys } from '../../../sandbox';
import { untilServed } from '../../support/n8n';
import { nativeImport } from '../../support/nativeImport';
import { openStage } from '../stage';

// The first run fetches the client.
jest.setTimeout(300_000);

/** As much of the official SDK's client as is used here. */
interface Client {
	getInstructions(): string | undefined;
	listTools(): Promise<{ tools: Array<{ name: string; description: string; inputSchema: object }> }>;
	callTool(call: { name: string; arguments: object }): Promise<{
		content: Array<{ text: string }>;
		isError?: boolean;
	}>;
	close(): Promise<void>;
}

interface Connector {
	connectClient(url: string, token: string): Promise<Client>;
}

describe('workflows/pagerduty-mcp-server.json', () => {
	const stage = openStage();
	let client: Client;
	let url: string;
	let connect: Connector['connectClient'];
	beforeAll(async () => {
		const { mcpToken } = await nativeImport<{ mcpToken: string }>('scripts/demo/credentials.mjs');
		({ connectClient: connect } = await nativeImport<Connector>('test/e2e/templates/mcpClient/connect.mjs'));
		const workflow = await stage.n8n.importTemplate(
			'pagerduty-mcp-server.json',
			stage.credentials,
			stage.sandbox,
		);
		await stage.n8n.client.workflows.activate(workflow.id);
		url = `${stage.n8n.webhookUrl}/mcp/pagerduty`;
		await untilServed(url);
		client = await connect(url, mcpToken);
	});
	afterAll(async () => await client?.close());

	const call = async (name: string, args: object) => {
		const { content, isError } = await client.callTool({ name, arguments: args });
		return { isError, text: content.map(({ text }) => text).join('\n') };
	};
	const rows = async (name: string, args: object) =>
		JSON.parse((await call(name, args)).text) as Array<Record<string, unknown>>;
	const serviceId = async (search: string) => String((await rows('Find_services', { search }))[0]?.id);

	it('offers twelve tools to the official client, and says how to use them', async () => {
		expect(client.getInstructions()).toContain('Find_services first');
		const { tools } = await client.listTools();
		expect(tools).toHaveLength(12);
		expect(tools).toContainEqual(
			expect.objectContaining({
				name: 'Who_is_on_call',
				description: expect.stringContaining('on call for a service now') as string,
				inputSchema: expect.objectContaining({ required: ['service'] }) as object,
			}),
		);
	});

	it('tells what is in PagerDuty', async () => {
		const service = await serviceId('checkout');
		const [level] = await rows('Who_is_on_call', { service });
		expect(level).toMatchObject({ escalation_level: 1, on_call: [{ user: { summary: 'Maya Lindqvist' } }] });
		const open = await rows('List_incidents', {
			statuses: 'triggered, acknowledged',
			service: '',
			since: '',
		});
		expect(open.map(({ title }) => title)).toContain('Checkout latency above 2 s (p95)');
		const since = new Date(Date.now() - 86_400_000).toISOString();
		const today = await rows('List_incidents', { statuses: 'resolved', service, since });
		expect(today).toMatchObject([{ title: 'Error rate above 2 % on POST /basket' }]);
		expect(await rows('Count_incidents', { since })).toContainEqual(
			expect.objectContaining({ service: expect.objectContaining({ id: service }) as object }),
		);
		const incident = '#1035';
		expect(await rows('Incident_context', { incident })).toMatchObject([
			{ incident: { incident_number: 1035 } },
		]);
		expect((await rows('Incident_timeline', { incident }))[0]?.text).toContain('resolved after 48 min');
		expect((await rows('Past_incidents', { incident: '#1040' })).length).toBeGreaterThan(1);
		expect(await rows('Service_status', { service })).toMatchObject([{ status: 'critical' }]);
		expect((await rows('Recent_changes', { service }))[0]).toMatchObject({
			summary: 'Deployed checkout 2.41',
		});
	});

	it.each([
		['Add_note', { incident: '#1040', note: 'Hello' }],
		['Acknowledge_incident', { incident: '#1040' }],
		['Resolve_incident', { incident: '#1040' }],
	])('refuses %s, because the credential is read-only, and sends nothing', async (name, args) => {
		const { sandbox } = stage;
		const writes = () => sandbox.requests().filter(({ method }) => method !== 'GET').length;
		const before = writes();
		const { isError, text } = await call(name, args);
		expect(isError).toBe(true);
		expect(text).toContain('is read-only, and this would change something in PagerDuty');
		expect(text).not.toContain(sandboxKeys.readOnly);
		expect(writes()).toBe(before);
	});

	it('tells a client without the token nothing', async () => {
		await expect(connect(url, 'guessed')).rejects.toThrow(/403|401|Authorization|Unauthorized/i);
	});
});
