import { sources } from './sources';

const templates = async () => (await sources('workflows')).filter(({ path }) => path.endsWith('.json'));

interface TemplateNode {
	id: string;
	name: string;
	type: string;
	webhookId?: string;
	onError?: string;
	parameters: Record<string, unknown>;
}
interface WorkflowFile {
	nodes: TemplateNode[];
	connections: Record<string, { main?: Array<Array<{ node: string }> | null> }>;
}
const nodesOf = (text: string) => (JSON.parse(text) as WorkflowFile).nodes;

/** All nodes of all templates, each with what follows each of its outputs. */
const allNodes = async () =>
	(await templates()).flatMap(({ path, text }) => {
		const { nodes, connections } = JSON.parse(text) as WorkflowFile;
		return nodes.map((node) => ({
			path,
			...node,
			outputs: (connections[node.name]?.main ?? []).map((next) => next?.map((each) => each.node) ?? []),
		}));
	});

/** What a node posts to, if it does. */
const addressOf = ({ type, parameters }: TemplateNode): unknown =>
	type === 'n8n-nodes-base.httpRequest' ? parameters.url : undefined;

/** The names of the Data Tables that a template makes. */
const tablesIn = (text: string) =>
	nodesOf(text).flatMap(({ parameters: { tableName } }) =>
		typeof tableName === 'string' ? [tableName] : [],
	);

const expressions = (text: string) => [...text.matchAll(/\{\{(.*?)\}\}/gs)].map(([, inside = '']) => inside);

describe('templates', () => {
	it('have expressions that people can read: no functions and no statements', async () => {
		const all = (await templates()).flatMap(({ path, text }) =>
			expressions(text).map((expression) => ({ path, expression })),
		);

		expect(all.length).toBeGreaterThan(5);
		expect(all.filter(({ expression }) => /=>|\bfunction\b|\breturn\b|;/.test(expression))).toEqual([]);
		expect(all.filter(({ expression }) => expression.length > 120)).toEqual([]);
	});

	it('say in a note what they do and how to use them, in the words of n8n 1 and 2', async () => {
		for (const { path, text } of await templates()) {
			expect({ path, text }).toMatchObject({ text: expect.stringContaining('n8n-nodes-base.stickyNote') });
			expect({ path, text }).toMatchObject({ text: expect.stringContaining('publish (activate)') });
		}
	});

	it('offer an agent the same tools as MCP clients', async () => {
		const toolsOf = async (file: string) => {
			const { text } = (await templates()).find(({ path }) => path.endsWith(file)) ?? {
				text: '{"nodes":[]}',
			};
			return (JSON.parse(text) as { nodes: Array<Record<string, unknown>> }).nodes
				.filter(({ type }) => type === 'n8n-nodes-pagerduty.pagerDutyTool')
				.map(({ name, parameters }) => ({ name, parameters }));
		};
		const tools = await toolsOf('on-call-assistant.json');

		expect(tools).toHaveLength(12);
		expect(await toolsOf('pagerduty-mcp-server.json')).toEqual(tools);
	});

	// n8n takes the first table whose name contains the name that it looks for.
	it('name their Data Tables so that n8n cannot mistake one for another', async () => {
		const names = [...new Set((await templates()).flatMap(({ text }) => tablesIn(text)))];
		const within = (name: string) =>
			names.filter((other) => other !== name && other.toLowerCase().includes(name.toLowerCase()));

		expect(names.length).toBeGreaterThan(2);
		expect(names.filter((name) => within(name).length > 0 || /[%_]/.test(name))).toEqual([]);
	});

	it('lose no error: whatever goes on after one has a node that hears of it', async () => {
		const goingOn = (await allNodes()).filter(({ onError }) => onError?.startsWith('continue'));
		const unheard = goingOn.filter(({ onError, outputs }) =>
			onError === 'continueErrorOutput' ? !outputs[1]?.length : !outputs[0]?.length,
		);

		expect(goingOn.length).toBeGreaterThan(20);
		// Where the chat itself cannot be reached there is nobody to tell.
		expect(unheard.filter((node) => !addressOf(node)).map(({ path, name }) => ({ path, name }))).toEqual([]);
	});

	it('tell the chat at the address that their settings call chatUrl', async () => {
		const addresses = (await allNodes()).flatMap((node) => addressOf(node) ?? []);

		expect(addresses.length).toBeGreaterThan(10);
		expect(addresses.filter((address) => !/^=\{\{ \S.*\.chatUrl \}\}$/.test(String(address)))).toEqual([]);
	});

	it('say how much of a list they read: n8n would read 50 rows, and the rest would not be there', async () => {
		const lists = (await allNodes()).filter(
			({ type, parameters: { resource = 'row', operation } }) =>
				(type === 'n8n-nodes-pagerduty.pagerDuty' && operation === 'getAll') ||
				(type === 'n8n-nodes-base.dataTable' && resource === 'row' && operation === 'get'),
		);

		expect(lists.length).toBeGreaterThan(20);
		expect(
			lists
				.filter(({ parameters: { returnAll, limit } }) => returnAll !== true && limit === undefined)
				.map(({ path, name }) => ({ path, name })),
		).toEqual([]);
	});

	it('leave one row where executions that overlap added the same: n8n looks and adds in two steps', async () => {
		const all = await allNodes();
		const ofTable = ({ dataTableId }: TemplateNode['parameters']) =>
			(dataTableId as { value?: string })?.value;
		const keysOf = ({ filters }: TemplateNode['parameters']) =>
			(filters as { conditions: Array<{ keyName: string; condition: string }> }).conditions.map(
				({ keyName, condition }) => `${keyName} ${condition}`,
			);
		// Only the reconciliation writes there, and it does not overlap.
		const upserts = all.filter(
			({ parameters }) => parameters.operation === 'upsert' && ofTable(parameters) !== 'Desk checkpoints',
		);
		const after = ({ path, outputs }: (typeof all)[number]) =>
			all.filter((node) => node.path === path && outputs.flat().includes(node.name));
		const keepsOne = (upsert: (typeof all)[number]) =>
			after(upsert)
				.flatMap(after)
				.some(
					({ parameters }) =>
						parameters.operation === 'deleteRows' &&
						ofTable(parameters) === ofTable(upsert.parameters) &&
						keysOf(parameters).join() === [...keysOf(upsert.parameters), 'id gt'].join(),
				);

		expect(upserts.length).toBeGreaterThan(3);
		expect(upserts.filter((upsert) => !keepsOne(upsert)).map(({ path, name }) => ({ path, name }))).toEqual(
			[],
		);
	});

	it('have nodes with names and IDs of their own, and no two webhooks share an address', async () => {
		const all = (await templates()).map(({ path, text }) => ({ path, nodes: nodesOf(text) }));
		const webhooks = all.flatMap(({ nodes }) => nodes.flatMap(({ webhookId = [] }) => webhookId));

		for (const { path, nodes } of all) {
			const [names, ids] = [nodes.map(({ name }) => name), nodes.map(({ id }) => id)];
			expect({ path, names: new Set(names).size }).toEqual({ path, names: names.length });
			expect({ path, ids: new Set(ids).size }).toEqual({ path, ids: ids.length });
		}
		expect(new Set(webhooks).size).toBe(webhooks.length);
	});
});
