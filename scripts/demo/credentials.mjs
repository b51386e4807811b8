/** What MCP clients send to the demo's MCP server, which only reads from the sandbox. */
export const mcpToken = 'demo-mcp-token';

/** What other systems send to webhooks of the demo, as the header `X-Key`. They listen on this machine only. */
export const webhookKey = 'demo-webhook-key';

/**
 * The credentials that open the sandbox. n8n gives a new node the newest credential of a type that fits, so there is one
 * for the REST API, which works in every node (OAuth would have to be connected first), one for events, and so on. One that is
 * `only` for the templates that ask for it by that name comes before the general one of its type.
 *
 * @param {{ url: string, mailPort?: number }} sandbox
 * @param {Pick<typeof import('../../sandbox/keys'), 'sandboxKeys' | 'sandboxIntegrationKeys'>} keys what the sandbox accepts
 */
export const demoCredentials = ({ url: sandboxUrl, mailPort }, { sandboxKeys, sandboxIntegrationKeys }) => [
	{
		type: 'pagerDutyEventsApi',
		name: 'PagerDuty Events (sandbox: Checkout API)',
		data: {
			...regionAt(sandboxUrl),
			integrationKey: sandboxIntegrationKeys['Checkout API'],
		},
	},
	{
		type: 'openAiApi',
		name: 'Scripted model (sandbox)',
		// It asks for no key, but n8n wants one.
		data: { apiKey: 'none', url: `${sandboxUrl}/_sandbox/model/v1` },
	},
	{
		type: 'httpBearerAuth',
		name: 'MCP token (sandbox)',
		data: { token: mcpToken },
	},
	{
		type: 'pagerDutyTokenApi',
		only: 'PagerDuty read-only account',
		name: 'PagerDuty, read-only (sandbox)',
		data: {
			...regionAt(sandboxUrl),
			apiToken: sandboxKeys.readOnly,
			access: 'readOnly',
		},
	},
	{
		type: 'pagerDutyTokenApi',
		name: 'PagerDuty (sandbox)',
		data: {
			...regionAt(sandboxUrl),
			apiToken: sandboxKeys.account,
			fromEmail: sandboxKeys.userEmail,
		},
	},
	{
		type: 'httpHeaderAuth',
		name: 'Key of the webhooks (demo)',
		data: { name: 'X-Key', value: webhookKey },
	},
	...(mailPort === undefined ? [] : [{ type: 'smtp', name: 'Mail (sandbox)', data: mailServer(mailPort) }]),
];

/** The region of a credential, where that is the sandbox. */
const regionAt = (sandboxUrl) => ({ region: 'custom', baseUrl: sandboxUrl });

const mailServer = (port) => ({
	user: '',
	password: '',
	host: '127.0.0.1',
	port,
	secure: false,
	disableStartTls: true,
});

/** What a credential is recorded by: its type, and the name in templates that only it stands for. */
export const credentialKey = ({ type, only }) => (only ? `${type}: ${only}` : type);

/**
 * Makes the credentials that are missing in n8n, and lets those that open the sandbox follow it to a new address.
 * One that a person has turned to a real account is left as it is.
 *
 * @param {ReturnType<typeof import('../host/n8nClient.mjs').n8nClient>} n8n
 * @param {import('./record.mjs').DemoRecord} record changed: ids of the new ones are noted
 * @param {ReturnType<typeof demoCredentials>} wanted
 * @param {ReturnType<typeof demoCredentials>} last what was wanted when the sandbox was where the record says
 * @returns {Promise<void>}
 */
export async function ensureCredentials(n8n, record, wanted, last) {
	const known = new Set((await n8n.credentialTypes()).map(({ name }) => name));
	const present = new Set((await n8n.credentials.list()).map(({ id }) => id));
	for (const credential of wanted.filter(({ type }) => known.has(type))) {
		const key = credentialKey(credential);
		const id = record.credentials[key];
		const before = last.find(({ name }) => name === credential.name);
		if (!present.has(id)) record.credentials[key] = (await n8n.credentials.create(credential)).id;
		else if (before) await followSandbox(n8n, id, credential, before.data);
	}
}

/** What says, beside the address itself, whether a credential still opens the sandbox. */
const SAYS_WHERE = ['region', 'host'];

async function followSandbox(n8n, id, { type, name, data }, before) {
	const moved = Object.keys(data).filter((field) => data[field] !== before[field]);
	if (moved.length === 0) return;
	const stored = await n8n.credentials.get(id);
	if ([...SAYS_WHERE, ...moved].some((field) => stored.data[field] !== before[field])) return;
	// Secrets come as placeholders, which n8n turns back into the secrets that it holds.
	await n8n.credentials.update(id, {
		type,
		name: stored.name ?? name,
		data: { ...stored.data, ...Object.fromEntries(moved.map((field) => [field, data[field]])) },
	});
}
