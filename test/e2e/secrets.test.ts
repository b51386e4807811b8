import {
	sandboxIntegrationKeys,
	sandboxKeys,
	sandboxOAuthApp,
	startSandbox,
	type Sandbox,
} from '../../sandbox';
import { ownN8n, type N8n } from '../support/n8n';
import { columnsWith, filesOf, traces, type Secrets } from './secretTraces';
import { byHandSecret, useConnections, useKeys, watch, wrongIntegrationKey, wrongKey } from './secretUse';

jest.setTimeout(600_000);

let n8n: N8n;
let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox({ strict: true });
	n8n = await ownN8n({ env: { N8N_LOG_LEVEL: 'debug' }, editor: true });
});
afterAll(async () => {
	await n8n?.stop();
	await sandbox?.close();
});

/** All executions as n8n's REST API gives them. */
async function executions(): Promise<Buffer> {
	const ids = await Promise.all(
		(await n8n.client.workflows.list()).map(async ({ id }) => await n8n.client.executions.list(id)),
	);
	const all = await Promise.all(ids.flat().map(async ({ id }) => await n8n.client.executions.get(id)));
	return Buffer.from(JSON.stringify(all));
}

it('leaves no key, token or secret in what n8n stores and prints, whatever goes wrong', async () => {
	const scene = { n8n, sandbox };
	await useKeys(scene);
	const tokens = await useConnections(scene);
	const kept = await watch(scene);
	const { userEmail: _, ...apiKeys } = sandboxKeys;
	const secrets: Secrets = {
		...apiKeys,
		'the secret of a webhook made by hand': byHandSecret,
		'a wrong key': wrongKey,
		'an integration key': String(Object.values(sandboxIntegrationKeys)[0]),
		'a wrong integration key': wrongIntegrationKey,
		'the client secret': sandboxOAuthApp.clientSecret,
		...tokens,
	};
	const files = filesOf(n8n.host.userFolder);
	const places = new Map([...files, ['executions', await executions()]]);
	expect(traces(places, secrets)).toEqual([]);

	// What n8n must keep, it keeps sealed: the next event has to be told from a forged one, also after a restart.
	for (const secret of Object.values(kept)) expect(columnsWith(n8n.host.userFolder, secret)).toEqual([]);
	expect(traces(places, kept)).toEqual([]);

	// What is looked for in this way is found where it is.
	const found = traces(places, {
		needle: 'needle in executions',
		fault: 'The connection was refused',
		key: '•••',
	});
	expect(found).toEqual(
		expect.arrayContaining(['needle in executions', 'key in executions', 'fault in executions']),
	);
	expect(found.join()).toMatch(/needle in \S*database\.sqlite/);
	expect(n8n.host.logs()).toMatch(/debug/);
});
