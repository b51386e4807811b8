import { sources } from './sources';

const templates = async () => (await sources('workflows')).filter(({ path }) => path.endsWith('.json'));

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
});
