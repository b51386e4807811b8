import { chromium, type Browser, type Page } from 'playwright-core';

import { startSandbox, type Sandbox } from '../../sandbox';
import { sharedN8n, type CredentialIds, type N8n } from '../support/n8n';
import { until } from '../support/until';
import { byHand, chain, pagerDuty, trigger } from './workflowParts';

jest.setTimeout(240_000);

const executablePath = process.env.CHROMIUM_BIN;
/** Without a browser this is reported as skipped, which fails in CI. */
const inBrowser = executablePath ? describe : describe.skip;

let n8n: N8n;
let sandbox: Sandbox;
let credentials: CredentialIds;
let browser: Browser;

inBrowser('a person with a browser', () => {
	beforeAll(async () => {
		sandbox = await startSandbox();
		n8n = await sharedN8n();
		credentials = await n8n.connect(sandbox);
		browser = await chromium.launch({
			executablePath,
			args: [
				'--no-sandbox',
				'--disable-gpu',
				'--no-first-run',
				'--disable-background-networking',
				'--disable-sync',
			],
		});
	});
	afterAll(async () => {
		await browser?.close();
		await n8n?.cleanUp();
		await sandbox?.close();
	});

	it("triggers an incident on the stand-in's page and sees the workflow's note appear", async () => {
		const workflow = await n8n.importTemplate('incident-context-note.json', credentials);
		await n8n.client.workflows.activate(workflow.id);
		await until('it is subscribed', () => sandbox.subscriptions().length === 1);

		const page = await browser.newPage();
		await page.goto(sandbox.url);
		await page.getByLabel('Title').fill('Checkout answers <slowly>');
		await page.getByLabel('Service').selectOption({ label: 'Checkout API' });
		await page.locator('#trigger').click();
		const incident = page.locator('[data-incident]', { hasText: 'Checkout answers <slowly>' });
		await incident.getByText('Latest other incidents of Checkout API').waitFor({ timeout: 15_000 });
		await page.locator('#deliveries').getByText('200').first().waitFor();

		await incident.getByRole('button', { name: 'Acknowledge' }).click();
		await n8n.client.executions.ofWorkflow(workflow.id, 2);
		await incident.getByRole('button', { name: 'Resolve' }).click();
		await until('it is resolved', () =>
			sandbox
				.incidents()
				.some(({ title, status }) => title === 'Checkout answers <slowly>' && status === 'resolved'),
		);
		await page.close();
	});

	it("sees the services of the account in the node's picker, and finds one by typing", async () => {
		const node = pagerDuty('Open', { resource: 'incident', operation: 'create', title: 'Test' });
		const workflow = await n8n.create(chain('pick', [byHand, node]), credentials);
		const page = await signedIn();
		await page.goto(`${n8n.host.url}/workflow/${workflow.id}`);
		await page.locator('[data-test-id="canvas-node"]', { hasText: 'Open' }).dblclick();
		const picker = page.locator('[data-test-id="resource-locator-serviceId"]');
		await picker.locator('input').last().click();
		const entries = page.locator('[data-test-id="rlc-item"]');
		await entries.filter({ hasText: 'Payments Gateway' }).waitFor();
		expect(await entries.count()).toBe(sandbox.services().length);
		await page.locator('[data-test-id="rlc-search"]').fill('ware');
		await until('the list is searched', async () => (await entries.count()) === 1);
		expect(await entries.first().innerText()).toContain('Warehouse Sync');
		await page.close();
	});

	it('can choose in the trigger to set the webhook up by hand, and is told how', async () => {
		const workflow = await n8n.create(
			chain('by hand', [trigger({ events: ['incident.triggered'] })]),
			credentials,
		);
		const page = await signedIn();
		await page.goto(`${n8n.host.url}/workflow/${workflow.id}`);
		await page.locator('[data-test-id="canvas-node"]', { hasText: 'PagerDuty Trigger' }).dblclick();
		await page.locator('[data-test-id="parameter-input-subscription"]').first().click();
		await page.locator('[data-test-id="parameter-input-item"]', { hasText: 'Manual' }).click();
		await page.getByText('Set up the webhook in PagerDuty').waitFor();
		await page.getByText('PagerDuty Webhook API').first().waitFor();
		await page.close();
	});

	/** A page of n8n whose cookies are those of its owner. */
	async function signedIn(): Promise<Page> {
		const page = await browser.newPage();
		await page.goto(`${n8n.host.url}/signin`);
		await page
			.locator('[data-test-id="emailOrLdapLoginId"] input, input[type="email"]')
			.first()
			.fill(n8n.owner.email);
		await page.locator('input[type="password"]').fill(n8n.owner.password);
		await page.locator('[data-test-id="form-submit-button"]').click();
		await page.waitForURL((url) => !url.pathname.startsWith('/signin'));
		return page;
	}
});
