import type { Browser, Page } from 'playwright-core';

import { startSandbox, type Sandbox } from '../../sandbox';
import { inBrowser, openBrowser } from './visitor';

jest.setTimeout(120_000);

inBrowser("the sandbox's page", () => {
	let sandbox: Sandbox;
	let browser: Browser;
	let page: Page;
	beforeAll(async () => {
		sandbox = await startSandbox({ seed: 'empty' });
		browser = await openBrowser();
		page = await browser.newPage();
		page.setDefaultTimeout(30_000);
	});
	beforeEach(async () => {
		sandbox.reset();
		await page.goto(sandbox.url);
	});
	afterAll(async () => {
		await browser?.close();
		await sandbox?.close();
	});

	const button = (name: string) => page.getByRole('button', { name, exact: true });
	const row = (text: string) => page.locator('article.row', { hasText: text });
	const play = async (speed: string) => {
		await page.getByLabel('Speed').selectOption(speed);
		await button('Play an Outage').click();
	};

	it('plays an outage at the chosen speed, and shows it as it happens', async () => {
		await play('60');
		await row('Connection pool of checkout is full').first().waitFor();
		await page.locator('article.row.critical', { hasText: 'Checkout API' }).waitFor();
		expect(sandbox.outage.state).toMatchObject({ status: 'playing', speed: 60 });
		await page.getByText('One order in fourteen fails').waitFor();
		await page.getByText('The outage is over.').waitFor();
		expect(await page.locator('.steps .done').count()).toBe(sandbox.outage.state.steps.length);
		await page.locator('article.row.active', { hasText: 'Checkout API' }).waitFor();
		expect(await page.locator('#open article').count()).toBe(0);
	});

	it('stops one, and can play the next', async () => {
		await play('1');
		await button('Stop').click();
		await page.getByText('The outage was stopped').waitFor();
		expect(sandbox.outage.state.status).toBe('stopped');
		await play('6');
		await button('Stop').waitFor();
		expect(sandbox.outage.state).toMatchObject({ status: 'playing', speed: 6 });
	});

	it('keeps the text that somebody types into a note while the outage goes on', async () => {
		await play('60');
		const input = page.locator('#open input[name="text"]').first();
		await input.fill('I am on it');
		await page.getByText('One order in fourteen fails').waitFor();
		expect(await input.inputValue()).toBe('I am on it');
	});
});
