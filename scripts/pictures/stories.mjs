import { openWorkflow } from './editor.mjs';
import { sideBySide } from './small.mjs';

/** Plays an outage until workflows and people have written notes, and tells how it looks on the sandbox's page. */
export async function outagePicture(page, { sandbox }) {
	await page.goto(sandbox.url);
	await page.getByLabel('Speed').selectOption('6');
	await page.getByRole('button', { name: 'Play an Outage' }).click();
	await page.locator('#open').getByText('Rolling back.').first().waitFor();
	// What workflows write about it comes a moment later.
	await page.waitForTimeout(5_000);
	return await page.screenshot();
}

/** A workflow beside the note that it has written. */
export async function demoPicture(editor, page, { workflow, sandbox }) {
	await page.goto(sandbox.url);
	await page.getByLabel('Title').fill('Card payments time out in Oslo');
	await page.getByLabel('Service').selectOption({ label: 'Payments Gateway' });
	await page.locator('#trigger').click();
	const incident = page.locator('[data-incident]', { hasText: 'Card payments time out in Oslo' }).first();
	await incident.locator('.notes li').first().waitFor();
	await incident.evaluate((row) => row.scrollIntoView());
	await openWorkflow(editor, workflow);
	return await sideBySide([await editor.screenshot(), await page.screenshot()], { gap: 30, radius: 15 });
}

/** The form of the trigger, with its list of events open. */
export async function triggerPicture(page, workflow) {
	await openWorkflow(page, workflow);
	const { name } = workflow.nodes.find(({ type }) => type.endsWith('.pagerDutyTrigger'));
	await page.locator('[data-test-id="canvas-node"]', { hasText: name }).first().dblclick();
	const events = page.locator('[data-test-id="parameter-input-events"]:visible').first();
	await events.locator('input:enabled').first().waitFor({ state: 'attached' });
	await events.click();
	await page.locator('[role="option"]:visible').first().waitFor();
	await page.waitForTimeout(700);
	return await page.screenshot();
}

/** The form of a credential that works: n8n tests it when it is opened. */
export async function credentialPicture(page, { client, n8n }) {
	const { id } = (await client.credentials.list()).find(({ name }) => name === 'PagerDuty (sandbox)');
	await page.goto(new URL(`home/credentials/${id}`, n8n.url).href);
	await page.locator('[data-test-id="credentials-config-container-test-success"]:visible').waitFor();
	await page.waitForTimeout(700);
	return await page.screenshot();
}
