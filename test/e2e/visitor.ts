import { chromium, type Browser, type Locator, type Page } from 'playwright-core';

import type { N8n, N8nOptions } from '../support/n8n';
import type { N8nVersion } from '../support/n8nTypes';
import { emptyCanvas, visitUntil } from './navigation';
import { openStage, type Stage } from './stage';

const executablePath = process.env.CHROMIUM_BIN;

/** A block of tests with a browser. Without one they are reported as skipped, which fails in CI. */
export const inBrowser = executablePath ? describe : describe.skip;

/** Close it afterwards. */
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

/** A browser, and a page of n8n's editor in it. There once the block's own set-up has run. */
export interface Editor {
	readonly stage: Stage;
	readonly browser: Browser;
	readonly page: Page;
}

/**
 * Sets up a stage and opens n8n's editor there before the tests of the block that calls it, and closes all after them.
 *
 * @param own as in {@link openStage}
 */
export function openEditor(which?: N8nVersion, own?: N8nOptions): Editor {
	let browser: Browser;
	let page: Page;

	// Before the stage closes: n8n takes its time to end while somebody looks at it.
	afterAll(async () => await browser?.close());
	const stage = openStage(which, own && { ...own, editor: true });
	beforeAll(async () => {
		browser = await openBrowser();
		page = await signedIn(browser, stage.n8n);
	});

	return {
		stage,
		get browser() {
			return browser;
		},
		get page() {
			return page;
		},
	};
}

/** A page of n8n whose cookies are those of its owner. */
async function signedIn(browser: Browser, { host, owner }: N8n): Promise<Page> {
	const page = await browser.newPage();
	page.setDefaultTimeout(60_000);
	const login = { emailOrLdapLoginId: owner.email, password: owner.password };
	const answer = await page.request.post(`${host.url}/rest/login`, { data: login });
	if (!answer.ok()) throw new Error(`n8n answered ${answer.status()} to the login`);
	await page.goto(`${host.url}/home/workflows`);
	await page.locator('[data-test-id="universal-add"]').first().waitFor();
	// n8n may still be navigating to this page, which would override where a test goes next.
	await page.waitForLoadState('networkidle');
	return page;
}

/** Opens the form of a workflow's node. */
export async function openNode(page: Page, workflowId: string, name: string): Promise<void> {
	const node = page.locator('[data-test-id="canvas-node"]', { hasText: name });
	await visitUntil(node.first(), `workflow/${workflowId}`);
	await node.dblclick();
}

/**
 * Drops a node on an empty canvas, as a person finds it in the list of nodes. Its form is open then.
 *
 * @param name as that list shows it: without "Trigger"
 * @param entry what it offers there, such as an action
 */
export async function dropNode(page: Page, name: string, entry: string): Promise<void> {
	await (await emptyCanvas(page)).click();
	await page.locator('[data-test-id="node-creator-search-bar"]').fill(name);
	const nodes = page.locator('[data-test-id="item-iterator-item"]').filter({ hasText: 'Community node' });
	await nodes
		.filter({ has: page.getByText(name, { exact: true }) })
		.first()
		.click();
	const offered = page.getByText(entry, { exact: true });
	const folded = page.getByText(/^Actions \(\d+\)$/);
	await offered.or(folded).first().waitFor();
	if (!(await offered.isVisible())) await folded.click();
	await offered.click();
	await page
		.locator(
			'[data-test-id="parameter-input-resource"], [data-test-id="parameter-input-events"], [data-test-id="parameter-input-source"]',
		)
		.first()
		.waitFor();
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
