import type { Locator, Page } from 'playwright-core';

import { until } from '../support/until';

/**
 * Goes to another page of n8n as a click on a link within it does, and leaves what is open or was changed there. Loading
 * n8n's editor anew takes ten times as long, so that is done only where n8n keeps a dialog open all the same.
 *
 * @param path without a slash before it, such as `workflow/new`
 */
async function visit(page: Page, path: string): Promise<void> {
	if (!(await closesDialogs(page))) return void (await page.goto(new URL(`/${path}`, page.url()).href));
	await page.evaluate(
		`history.pushState(null, '', ${JSON.stringify(`/${path}`)}); dispatchEvent(new PopStateEvent('popstate'));`,
	);
	await page.waitForTimeout(500);
	await leavesUnsaved(page);
}

/** Leaves without saving where n8n asks. @returns whether it did */
async function leavesUnsaved(page: Page): Promise<boolean> {
	const box = page.locator('.el-message-box:visible');
	const leave = box.getByRole('button', { name: /^(Leave without saving|Close)$/ });
	if (!(await leave.isVisible())) return false;
	await leave.click();
	await leave.waitFor({ state: 'hidden' });
	return true;
}

/** Closes what lies over the page. @returns whether nothing does any more */
async function closesDialogs(page: Page): Promise<boolean> {
	const dialogs = page.locator('.el-dialog:visible, .el-message-box:visible');
	for (let tries = 0; tries < 4 && (await dialogs.count()) > 0; tries++) {
		if (!(await leavesUnsaved(page))) await page.keyboard.press('Escape');
		await page.waitForTimeout(500);
	}
	return (await dialogs.count()) === 0;
}

/**
 * Goes to pages until the last one shows what is looked for. A slow n8n asks late whether to leave what was changed, and
 * then goes where it was to go before.
 */
export async function visitUntil(shown: Locator, ...paths: string[]): Promise<void> {
	const arrives = async () => {
		for (const path of paths) await visit(shown.page(), path);
		await shown.waitFor({ timeout: 15_000 }).catch(() => undefined);
		return await shown.isVisible();
	};
	await until(`${paths.join(', ')} is there`, arrives, 90_000);
}

/** Opens a new workflow. @returns the button that adds its first node */
export async function emptyCanvas(page: Page): Promise<Locator> {
	const plus = page.locator('[data-test-id="canvas-plus-button"]');
	// From an empty canvas to an empty canvas n8n goes nowhere.
	await visitUntil(plus, 'home/workflows', 'workflow/new');
	return plus;
}
