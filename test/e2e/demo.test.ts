import type { Browser, Page } from 'playwright-core';

import { startSandbox, type Sandbox } from '../../sandbox';
import { ownN8n, type N8n } from '../support/n8n';
import { until } from '../support/until';
import { dropNode, inBrowser, openBrowser, pickable, signedIn } from './visitor';
import { byHand, chain } from './workflowParts';

jest.setTimeout(240_000);

inBrowser('in an untouched demo', () => {
	let n8n: N8n;
	let sandbox: Sandbox;
	let browser: Browser;
	let page: Page;

	beforeAll(async () => {
		sandbox = await startSandbox({ strict: true });
		// Its own: other tests leave credentials behind, and n8n gives a new node the one that was made last.
		n8n = await ownN8n();
		await n8n.connect(sandbox);
		browser = await openBrowser();
		page = await signedIn(browser, n8n);
	});
	afterAll(async () => {
		await browser?.close();
		await n8n?.stop();
		await sandbox?.close();
	});

	const opensTheSandbox = async () => {
		const credential = page.locator('[data-test-id="node-credentials-select"] input').first();
		await until(
			'it has the credential',
			async () => (await credential.inputValue()) === 'PagerDuty (sandbox)',
		);
	};

	it('a PagerDuty node that is dropped on an empty canvas opens the sandbox at once', async () => {
		await dropNode(page, 'PagerDuty', 'Create an incident');
		await opensTheSandbox();
		const services = await pickable(page, 'serviceId');
		expect(await services.count()).toBe(sandbox.services().length);
	});

	it.each([
		['PagerDuty', 'On incident triggered'],
		['PagerDuty Polling', 'On an SLA breach'],
	])('so does a %s trigger', async (name, event) => {
		await dropNode(page, name, event);
		await opensTheSandbox();
		expect(await page.getByText('Error fetching options').count()).toBe(0);
	});

	it('the address of a workflow, as `npm start` prints it, leads to that workflow after the login', async () => {
		const { id } = await n8n.create(chain('Printed', [byHand]));
		const visitor = await browser.newPage();
		visitor.setDefaultTimeout(60_000);
		await visitor.goto(`${n8n.host.url}/workflow/${id}`);
		await visitor
			.locator('input[type="email"], [data-test-id="emailOrLdapLoginId"] input')
			.first()
			.fill(n8n.owner.email);
		await visitor.locator('input[type="password"]').fill(n8n.owner.password);
		await visitor.locator('[data-test-id="form-submit-button"]').click();
		await visitor.locator('[data-test-id="canvas-node"]', { hasText: byHand.name }).waitFor();
		expect(new URL(visitor.url()).pathname).toContain(id);
		await visitor.close();
	});
});
