import { sandboxIntegrationKeys, sandboxKeys, sandboxOAuthApp } from '../../sandbox';
import { untilServed } from '../support/n8n';
import type { N8nVersion } from '../support/n8nTypes';
import { deliver, eventBody } from '../support/signedDelivery';
import { until } from '../support/until';
import { chooseCredential, newCredential, type CredentialForm, type Stored } from './credentialForm';
import { inBrowser, openEditor, openNode } from './visitor';
import { byHand, chain, pagerDuty, trigger } from './workflowParts';

jest.setTimeout(240_000);

inBrowser.each<N8nVersion>(['2.41', '1.123'])('the form of a credential in n8n %s', (which) => {
	const editor = openEditor(which);
	const stored: Stored[] = [];

	afterAll(async () => {
		for (const { id } of stored) await editor.stage.n8n.client.credentials.remove(id);
	});

	/** Opens the form of a new credential that is to open the sandbox. */
	async function forSandbox(type: string): Promise<CredentialForm> {
		const form = await newCredential(editor.page, type);
		await form.choose('region', 'Custom');
		await form.fill('baseUrl', editor.stage.sandbox.url);
		return form;
	}

	async function save(form: CredentialForm): Promise<Stored> {
		const credential = await form.save();
		stored.push(credential);
		return credential;
	}

	/** Runs a node that lists all services with this credential, all by clicking. */
	async function listsServices({ name }: Stored, authentication: 'token' | 'oAuth2') {
		const { page } = editor;
		const { n8n, sandbox } = editor.stage;
		const parameters = { authentication, resource: 'service', operation: 'getAll', returnAll: true };
		const { credentials: _, ...node } = pagerDuty('Services', parameters);
		const workflow = await n8n.create(chain('by hand', [byHand, node]));
		await openNode(page, workflow.id, 'Services');
		await chooseCredential(page, name);
		await page.locator('[data-test-id="node-execute-button"]').first().click();
		const output = page.locator('[data-test-id="output-panel"]');
		await output.getByText(`${sandbox.services().length} items`).waitFor();
	}

	it('PagerDuty Token API is filled in, saved, tested and used', async () => {
		const form = await forSandbox('PagerDuty Token API');
		await form.fill('apiToken', sandboxKeys.account);
		await form.fill('fromEmail', sandboxKeys.userEmail);

		const credential = await save(form);

		await form.tested();
		await listsServices(credential, 'token');
	});

	it('PagerDuty App OAuth2 API is filled in, connected as a user and used', async () => {
		const form = await forSandbox('PagerDuty App OAuth2 API');
		await form.fill('clientId', sandboxOAuthApp.clientId);
		await form.fill('clientSecret', sandboxOAuthApp.clientSecret);

		const credential = await save(form);
		const consent = await form.connect();

		expect(consent.searchParams.get('scope')?.split(' ')).toEqual(
			expect.arrayContaining(['incidents.read', 'incidents.write', 'services.read']),
		);
		await listsServices(credential, 'oAuth2');
	});

	it('PagerDuty App OAuth2 API is filled in for the app itself, saved and used', async () => {
		const form = await forSandbox('PagerDuty App OAuth2 API');
		await form.choose('grantType', 'App Token');
		await form.fill('subdomain', sandboxOAuthApp.subdomain);
		await form.fill('clientId', sandboxOAuthApp.clientId);
		await form.fill('clientSecret', sandboxOAuthApp.clientSecret);

		await listsServices(await save(form), 'oAuth2');
	});

	it('PagerDuty Events API is filled in, saved and tested', async () => {
		const form = await forSandbox('PagerDuty Events API');
		await form.fill('integrationKey', sandboxIntegrationKeys['Checkout API']);

		await save(form);

		await form.tested();
	});

	it('PagerDuty Webhook API is filled in, saved, tested and used by the trigger', async () => {
		const { page } = editor;
		const { n8n } = editor.stage;
		const form = await newCredential(page, 'PagerDuty Webhook API');
		const secret = 'whsec-of-a-webhook-set-up-by-hand-0123456789';
		await form.fill('signingSecrets', secret);

		const { name } = await save(form);

		await form.tested();
		const { credentials: _, ...node } = trigger({ events: ['incident.triggered'], subscription: 'manual' });
		const workflow = await n8n.create(chain('by hand', [node]));
		await openNode(page, workflow.id, 'PagerDuty Trigger');
		await chooseCredential(page, name);
		await page.keyboard.press('Escape');
		await page.keyboard.press('Control+s');
		await until('n8n has stored the choice', async () => {
			const [saved] = (await n8n.client.workflows.get(workflow.id)).nodes;
			return saved?.credentials?.pagerDutyWebhookApi?.name === name;
		});
		await n8n.client.workflows.activate(workflow.id);
		const url = `${n8n.host.url}/webhook/${node.webhookId}/webhook`;
		await untilServed(url);
		expect(await deliver(url, eventBody(), { secret })).toMatchObject({ status: 200 });
		await n8n.client.executions.ofWorkflow(workflow.id, 1);
	});
});
