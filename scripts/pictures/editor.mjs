import { chromium } from 'playwright-core';

/** What lies over the canvas, and what tells of the moment at which a picture was taken. The dots would double the files. */
const HIDDEN = [
	'.el-notification',
	'[data-test-id="canvas-background"]',
	'[data-test-id="canvas-controls"]',
	'[data-test-id="canvas-minimap"]',
	'[data-test-id="canvas-handle-plus-wrapper"]',
	'[data-test-id="execute-workflow-button"]',
	':has(> * > [data-test-id="command-bar-button"])',
	'[data-reka-popper-content-wrapper]:has([data-test-id="suggested-action-item"])',
];

const STYLE = `${HIDDEN.join(', ')} { visibility: hidden !important; }
	*, *::before, *::after { animation: none !important; transition: none !important; caret-color: transparent !important; }`;

/**
 * A browser without anything of its owner's, in which pages look the same at every start.
 *
 * @param {string} executablePath
 * @returns {Promise<import('playwright-core').Browser>}
 */
export const openBrowser = async (executablePath) =>
	await chromium.launch({
		executablePath,
		args: ['--no-sandbox', '--disable-gpu', '--force-color-profile=srgb'],
	});

/**
 * A page in light colours on which nothing moves and nothing lies over the canvas.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {{ width: number, height: number, scale?: number }} size `scale` is how many dots a point of the page has
 * @returns {Promise<import('playwright-core').Page>}
 */
export async function openPage(browser, { width, height, scale = 1 }) {
	const context = await browser.newContext({
		viewport: { width, height },
		deviceScaleFactor: scale,
		colorScheme: 'light',
		reducedMotion: 'reduce',
	});
	const page = await context.newPage();
	// n8n's editor is large, and machines are slow.
	page.setDefaultTimeout(180_000);
	await page.addInitScript(`addEventListener('DOMContentLoaded', () => {
		const style = document.createElement('style');
		style.textContent = ${JSON.stringify(STYLE)};
		document.head.append(style);
	})`);
	return page;
}

/**
 * Signs a page in to n8n and opens its editor, which takes long the first time.
 *
 * @param {import('playwright-core').Page} page
 * @param {{ n8n: { url: string }, login: { email: string, password: string } }} demo
 */
export async function signIn(page, { n8n, login: { email, password } }) {
	const data = { emailOrLdapLoginId: email, password };
	const answer = await page.request.post(`${n8n.url}/rest/login`, { data });
	if (!answer.ok()) throw new Error(`n8n answered ${answer.status()} to the login`);
	await page.goto(`${n8n.url}/home/workflows`);
	await page.locator('[data-test-id="universal-add"]').first().waitFor();
	await page.waitForLoadState('networkidle');
}

/**
 * Goes to another page of n8n, as a click within it does: loading the editor anew takes ten times as long.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} path such as `/workflow/new`
 */
export async function visit(page, path) {
	const to = JSON.stringify(path);
	await page.evaluate(`history.pushState(null, '', ${to}); dispatchEvent(new PopStateEvent('popstate'));`);
}

/**
 * Opens a workflow and shows all of it.
 *
 * @param {import('playwright-core').Page} page
 * @param {{ id: string, nodes: object[] }} workflow
 */
export async function openWorkflow(page, { id, nodes }) {
	if (!page.url().includes(`/workflow/${id}`)) {
		const answered = page.waitForResponse(
			(answer) => answer.ok() && answer.url().includes(`/rest/workflows/${id}`),
		);
		await visit(page, `/workflow/${id}`);
		await answered;
	}
	await page.waitForFunction(`document.querySelectorAll('.vue-flow__node').length === ${nodes.length}`);
	await page.waitForLoadState('networkidle');
	await page.locator('[data-test-id="zoom-to-fit"]').evaluate((button) => button.click());
	await page.waitForTimeout(700);
}
