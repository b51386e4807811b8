/**
 * The credentials that open the sandbox. n8n gives a new node the newest credential of a type that fits, so there is one
 * for the REST API, which works in every node (OAuth would have to be connected first), one for events, and one for mail.
 *
 * @param {{ url: string, mailPort?: number }} sandbox
 * @param {Pick<typeof import('../../sandbox/keys'), 'sandboxKeys' | 'sandboxIntegrationKeys'>} keys what the sandbox accepts
 */
export const demoCredentials = ({ url: sandboxUrl, mailPort }, { sandboxKeys, sandboxIntegrationKeys }) => [
	{
		type: 'pagerDutyEventsApi',
		name: 'PagerDuty Events (sandbox: Checkout API)',
		data: {
			region: 'custom',
			baseUrl: sandboxUrl,
			integrationKey: sandboxIntegrationKeys['Checkout API'],
		},
	},
	{
		type: 'pagerDutyTokenApi',
		name: 'PagerDuty (sandbox)',
		data: {
			region: 'custom',
			baseUrl: sandboxUrl,
			apiToken: sandboxKeys.account,
			fromEmail: sandboxKeys.userEmail,
		},
	},
	...(mailPort === undefined ? [] : [{ type: 'smtp', name: 'Mail (sandbox)', data: mailServer(mailPort) }]),
];

const mailServer = (port) => ({
	user: '',
	password: '',
	host: '127.0.0.1',
	port,
	secure: false,
	disableStartTls: true,
});

/**
 * Makes the credentials that are missing in n8n, and lets those that open the sandbox follow it to a new address.
 * One that a person has turned to a real account is left as it is.
 *
 * @param {ReturnType<typeof import('../host/n8nClient.mjs').n8nClient>} n8n
 * @param {import('./record.mjs').DemoRecord} record changed: ids of the new ones are noted
 * @param {ReturnType<typeof demoCredentials>} wanted
 * @returns {Promise<void>}
 */
export async function ensureCredentials(n8n, record, wanted) {
	const known = new Set((await n8n.credentialTypes()).map(({ name }) => name));
	const present = new Set((await n8n.credentials.list()).map(({ id }) => id));
	for (const credential of wanted.filter(({ type }) => known.has(type))) {
		const id = record.credentials[credential.type];
		if (!present.has(id)) record.credentials[credential.type] = (await n8n.credentials.create(credential)).id;
		else await followSandbox(n8n, id, credential, record.sandboxUrl);
	}
}

async function followSandbox(n8n, id, { type, name, data }, lastUrl) {
	if (lastUrl === data.baseUrl) return;
	const stored = await n8n.credentials.get(id);
	if (stored.data.region !== 'custom' || stored.data.baseUrl !== lastUrl) return;
	// Secrets come as placeholders, which n8n turns back into the secrets that it holds.
	await n8n.credentials.update(id, {
		type,
		name: stored.name ?? name,
		data: { ...stored.data, baseUrl: data.baseUrl },
	});
}
