import { chromium, type Browser, type Locator, type Page } from 'playwright-core';

import type { N8n } from '../support/n8n';

const executablePath = process.env.CHROMIUM_BIN;

/** A block of tests with a browser. Without one they are reported as skipped, which fails in CI. */
export const inBrowser = executablePath ? describe : describe.skip;

export const openBrowser = async (): Promise<Browser> =>
	await chromium.launch({
		executablePath,
		args: [
			'--no-sandbox',
			'--disable-gpu',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-sync',
		],
	});

/** A page of n8n whose cookies are those of its owner. */
export async function signedIn(browser: Browser, { host, owner }: N8n): Promise<Page> {
	const page = await browser.newPage();
	page.setDefaultTimeout(20_000);
	await page.goto(`${host.url}/signin`);
	await page
		.locator('[data-test-id="emailOrLdapLoginId"] input, input[type="email"]')
		.first()
		.fill(owner.email);
	await page.locator('input[type="password"]').fill(owner.password);
	await page.locator('[data-test-id="form-submit-button"]').click();
	await page.waitForURL((url) => !url.pathname.startsWith('/signin'));
	return page;
}

/** Opens the form of a workflow's node. */
export async function openNode(page: Page, { host }: N8n, workflowId: string, name: string): Promise<void> {
	await page.goto(`${host.url}/workflow/${workflowId}`);
	await page.locator('[data-test-id="canvas-node"]', { hasText: name }).dblclick();
}

/** Entries of the dropdown that is open. */
const entries = (page: Page): Locator => page.locator('[role="option"]:visible');

/** Opens a dropdown of the form and chooses. */
export async function choose(page: Page, field: string, option: string | RegExp): Promise<void> {
	await open(page, field);
	await entries(page).filter({ hasText: option }).first().click();
}

/** Adds a field to the form's only collection. */
export async function addField(page: Page, label: string): Promise<void> {
	await page.locator('[data-test-id="collection-parameter-add"]').click();
	await entries(page).filter({ hasText: label }).click();
	await entries(page).first().waitFor({ state: 'hidden' });
}

/** What a dropdown of the form offers, once it offers something. */
export async function offeredBy(page: Page, field: string): Promise<string[]> {
	await open(page, field);
	await entries(page).first().waitFor();
	const offered = await entries(page).allInnerTexts();
	await page.keyboard.press('Escape');
	return offered.map((text) => text.trim());
}

/** What a resource locator of the form offers, once it offers something. */
export async function pickable(page: Page, field: string): Promise<Locator> {
	await page.locator(`[data-test-id="resource-locator-${field}"] input`).last().click();
	const rows = page.locator('[data-test-id="rlc-item"]');
	await rows.first().waitFor();
	return rows;
}

async function open(page: Page, field: string): Promise<void> {
	// The dropdown before it takes a moment to close.
	await entries(page).first().waitFor({ state: 'hidden' });
	const dropdown = page.locator(`[data-test-id="parameter-input-${field}"]:visible`).first();
	// While n8n loads the entries, a click goes nowhere.
	await dropdown.locator('input:enabled').first().waitFor({ state: 'attached' });
	await dropdown.click();
}
