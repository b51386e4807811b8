import type { Browser, Page } from 'playwright-core';

import { startSandbox, type Sandbox } from '../../sandbox';
import { ownN8n, type N8n } from '../support/n8n';
import { until } from '../support/until';
import { dropNode, inBrowser, openBrowser, pickable, signedIn } from './visitor';

jest.setTimeout(240_000);

inBrowser('in an untouched demo', () => {
	let n8n: N8n;
	let sandbox: Sandbox;
	let browser: Browser;
	let page: Page;

	beforeAll(async () => {
		sandbox = await startSandbox();
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
});
