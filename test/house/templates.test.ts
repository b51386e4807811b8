import { sources } from './sources';

const templates = async () => (await sources('workflows')).filter(({ path }) => path.endsWith('.json'));

interface Template {
	nodes: Array<{ id: string; name: string; webhookId?: string; parameters: Record<string, unknown> }>;
}
const nodesOf = (text: string) => (JSON.parse(text) as Template).nodes;

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
