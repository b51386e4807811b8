interface ToolAnswer {
	content: Array<{ text: string }>;
	isError?: boolean;
}

/** A client of tools, as the program around a language model is one; what the model would say is up to the test. */
export interface Agent {
	tools(): Promise<Array<{ name: string; description: string; inputSchema: { required: string[] } }>>;
	/** The rows that a tool gave. @throws what it said when it failed */
	call(tool: string, args: object): Promise<Array<Record<string, unknown>>>;
}

/**
 * Shakes hands with an MCP server. Source: https://modelcontextprotocol.io/specification "Streamable HTTP"
 *
 * @param url of an MCP Server Trigger
 */
export async function connectAgent(url: string): Promise<Agent> {
	const headers = { 'Content-Type': 'application/json', Accept: 'application/json, text/event-stream' };
	const post = async (message: object, session?: string) =>
		await fetch(url, {
			method: 'POST',
			headers: { ...headers, ...(session && { 'Mcp-Session-Id': session }) },
			body: JSON.stringify({ jsonrpc: '2.0', ...message }),
		});
	const hello = {
		protocolVersion: '2025-03-26',
		capabilities: {},
		clientInfo: { name: 'e2e', version: '1' },
	};
	const welcome = await post({ id: 0, method: 'initialize', params: hello });
	const session = String(welcome.headers.get('mcp-session-id'));
	await welcome.text();
	await post({ method: 'notifications/initialized' }, session);
	let id = 0;
	const request = async <Result>(method: string, params: object): Promise<Result> => {
		const events = await (await post({ id: ++id, method, params }, session)).text();
		return (JSON.parse(String(/^data: (.*)$/m.exec(events)?.[1])) as { result: Result }).result;
	};
	return {
		tools: async () =>
			(await request<{ tools: Awaited<ReturnType<Agent['tools']>> }>('tools/list', {})).tools,
		async call(tool, args) {
			const { content, isError } = await request<ToolAnswer>('tools/call', { name: tool, arguments: args });
			const text = content.map((part) => part.text).join('\n');
			if (isError) throw new Error(text);
			return JSON.parse(text) as Array<Record<string, unknown>>;
		},
	};
}
