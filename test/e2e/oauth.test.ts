import { sandboxKeys, sandboxOAuthApp, startSandbox, type Sandbox } from '../../sandbox';
import { sharedN8n, type N8n } from '../support/n8n';
import { byHand, chain, pagerDuty } from './workflowParts';

jest.setTimeout(240_000);

let n8n: N8n;
let sandbox: Sandbox;
let made: string[] = [];

beforeAll(async () => {
	sandbox = await startSandbox();
	n8n = await sharedN8n();
});
afterAll(async () => {
	await n8n?.cleanUp();
	await Promise.all(made.map(async (id) => await n8n.client.credentials.remove(id)));
	await sandbox?.close();
});

async function credential(data: Record<string, unknown>): Promise<string> {
	const { clientId, clientSecret } = sandboxOAuthApp;
	const { id } = await n8n.client.credentials.create({
		name: 'OAuth',
		type: 'pagerDutyAppOAuth2Api',
		data: { region: 'custom', baseUrl: sandbox.url, clientId, clientSecret, ...data },
	});
	made = [...made, id];
	return id;
}

/** Runs a list of services with the credential and returns the names. */
async function services(credentialId: string): Promise<unknown[]> {
	const list = pagerDuty('Services', {
		authentication: 'oAuth2',
		resource: 'service',
		operation: 'getAll',
		returnAll: true,
	});
	const workflow = await n8n.create(chain('oauth', [byHand, list]), { pagerDutyAppOAuth2Api: credentialId });
	const { executionId } = await n8n.client.workflows.run(workflow.id, byHand.name);
	const execution = await n8n.client.executions.finished(String(executionId));
	expect(execution.data.resultData.error?.message).toBeUndefined();
	return (execution.data.resultData.runData.Services?.[0]?.data?.main[0] ?? []).map(({ json }) => json.name);
}

/** Signs in as a person would: opens the consent page, agrees, and is sent back to n8n. */
async function consent(credentialId: string): Promise<URL> {
	const address = new URL(await n8n.client.credentials.oAuth2Url(credentialId));
	expect(await (await fetch(address)).text()).toContain('Authorize the app?');
	const form = new URLSearchParams(address.search);
	form.set('user_id', String(sandbox.users()[0]?.id));
	form.set('decision', 'allow');
	const agreed = await fetch(new URL('/oauth/authorize', sandbox.url), {
		method: 'POST',
		body: form,
		redirect: 'manual',
	});
	const callback = new URL(String(agreed.headers.get('location')));
	expect(callback.pathname).toBe('/rest/oauth2-credential/callback');
	await n8n.client.send('GET', callback.pathname + callback.search);
	return address;
}

const tokenRequests = () => sandbox.requests().filter(({ path }) => path.startsWith('/oauth/token'));

describe('PagerDuty App OAuth2 API in a real n8n', () => {
	it('connects a user with PKCE and secret, and renews the token when it has expired', async () => {
		const id = await credential({ grantType: 'pkce' });
		const address = await consent(id);
		expect(address.searchParams.get('code_challenge_method')).toBe('S256');
		expect(address.searchParams.get('scope')?.split(' ')).toEqual(
			expect.arrayContaining([
				'incidents.read',
				'incidents.write',
				'services.read',
				'users.read',
				'schedules.read',
				'teams.read',
				'webhook_subscriptions.read',
				'webhook_subscriptions.write',
			]),
		);
		expect(await services(id)).toHaveLength(sandbox.services().length);

		const before = tokenRequests().length;
		await sandbox.advance(25 * 3_600_000);
		expect(await services(id)).toHaveLength(sandbox.services().length);
		expect(tokenRequests().length).toBe(before + 1);
		expect(await services(id)).toHaveLength(sandbox.services().length);
		expect(tokenRequests().length).toBe(before + 1);
	});

	it('connects an app to one account by itself, and asks for a new token when the old one has expired', async () => {
		const id = await credential({
			grantType: 'clientCredentials',
			subdomain: sandboxOAuthApp.subdomain,
			fromEmail: sandboxKeys.userEmail,
		});
		expect(await services(id)).toHaveLength(sandbox.services().length);
		await sandbox.advance(25 * 3_600_000);
		expect(await services(id)).toHaveLength(sandbox.services().length);
	});
});
