import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureLocked } from '../../../../scripts/test/lockedFolder.mjs';

const from = dirname(fileURLToPath(import.meta.url));

/**
 * Connects the client of the official TypeScript SDK, as npm has it, to an MCP server.
 *
 * @param {string} url
 * @param {string} token is sent as `Authorization: Bearer`
 * @throws the SDK's error when the server refuses; `Advice` when the network is missing on the first run
 */
export async function connectClient(url, token) {
	const folder = await ensureLocked({ name: 'mcp-client', what: 'an MCP client', from });
	const require = createRequire(join(folder, 'package.json'));
	const { Client } = require('@modelcontextprotocol/sdk/client/index.js');
	const { StreamableHTTPClientTransport } = require('@modelcontextprotocol/sdk/client/streamableHttp.js');
	const client = new Client({ name: 'e2e', version: '1' });
	const requestInit = { headers: { Authorization: `Bearer ${token}` } };
	await client.connect(new StreamableHTTPClientTransport(new URL(url), { requestInit }));
	return client;
}
