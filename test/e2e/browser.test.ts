import { until } from '../support/until';
import { choose, inBrowser, openEditor, openNode, pickable } from './visitor';
import { byHand, chain, pagerDuty, trigger } from './workflowParts';

jest.setTimeout(240_000);

inBrowser('a person with a browser', () => {
	const editor = openEditor();

	it("triggers an incident on the sandbox's page and sees the workflow's note appear", async () => {
		const { n8n, sandbox, credentials } = editor.stage;
		const workflow = await n8n.importTemplate('incident-context-note.json', credentials, sandbox);
		await n8n.client.workflows.activate(workflow.id);
		await until('it is subscribed', () => sandbox.subscriptions().length === 1);

		const sandboxPage = await editor.browser.newPage();
		await sandboxPage.goto(sandbox.url);
		const before = sandbox.incidents().length;
		await sandboxPage.getByLabel('Title').fill('   ');
		await sandboxPage.locator('#trigger').click();
		await sandboxPage.getByRole('alert').getByText('enter what is wrong').waitFor();
		expect(sandbox.incidents()).toHaveLength(before);
		await sandboxPage.getByLabel('Title').fill('Checkout answers <slowly>');
		await sandboxPage.getByLabel('Service').selectOption({ label: 'Checkout API' });
		await sandboxPage.locator('#trigger').click();
		const incident = sandboxPage.locator('[data-incident]', { hasText: 'Checkout answers <slowly>' });
		await incident.getByText('Context when triggered:').waitFor({ timeout: 15_000 });
		await sandboxPage.locator('#deliveries').getByText('200').first().waitFor();

		await incident.getByRole('button', { name: 'Acknowledge' }).click();
		await incident.getByText('acknowledged', { exact: true }).waitFor();
		await incident.getByRole('button', { name: 'Resolve' }).click();
		await until('it is resolved', () =>
			sandbox
				.incidents()
				.some(({ title, status }) => title === 'Checkout answers <slowly>' && status === 'resolved'),
		);
		await sandboxPage.close();
	});

	it("sees the services of the account in the node's picker, and finds one by typing", async () => {
		const { n8n, sandbox, credentials } = editor.stage;
		const { page } = editor;
		const node = pagerDuty('Open', { resource: 'incident', operation: 'create', title: 'Test' });
		const workflow = await n8n.create(chain('pick', [byHand, node]), credentials);
		await openNode(page, workflow.id, 'Open');
		const entries = await pickable(page, 'serviceId');
		await entries.filter({ hasText: 'Payments Gateway' }).waitFor();
		expect(await entries.count()).toBe(sandbox.services().length);
		await page.locator('[data-test-id="rlc-search"]').fill('ware');
		await until('the list is searched', async () => (await entries.count()) === 1);
		expect(await entries.first().innerText()).toContain('Warehouse Sync');
	});

	it('can choose in the trigger to set the webhook up by hand, and is told how', async () => {
		const { n8n, credentials } = editor.stage;
		const { page } = editor;
		const workflow = await n8n.create(
			chain('by hand', [trigger({ events: ['incident.triggered'] })]),
			credentials,
		);
		await openNode(page, workflow.id, 'PagerDuty Trigger');
		await choose(page, 'subscription', 'Manual');
		await page.getByText('Set up the webhook in PagerDuty').waitFor();
		// Steps are steps only where n8n shows them as a list.
		const steps = page.getByRole('listitem');
		await steps.filter({ hasText: 'Copy the Production URL' }).waitFor();
		await steps.filter({ hasText: 'publish (activate) this workflow' }).waitFor();
		await page.getByText('PagerDuty Webhook API').first().waitFor();
	});

	it('reads the log of an incident, and one entry of it, each picked from its list', async () => {
		const { n8n, sandbox, credentials } = editor.stage;
		const { page } = editor;
		const { id } = sandbox.trigger({ title: 'Basket is empty' });
		sandbox.acknowledge(id);
		const workflow = await n8n.create(chain('log', [byHand, pagerDuty('Log', {})]), credentials);
		await openNode(page, workflow.id, 'Log');
		const execute = page.locator('[data-test-id="node-execute-button"]').first();
		const output = page.locator('[data-test-id="output-panel"]');

		await choose(page, 'resource', 'Log Entry');
		await choose(page, 'scope', 'What happened to one incident');
		await (await pickable(page, 'incidentId')).filter({ hasText: 'Basket is empty' }).click();
		await execute.click();
		await output.getByText('acknowledge_log_entry').waitFor();
		await output.getByText(`${sandbox.log(id).length} items`).waitFor();

		await choose(page, 'operation', 'Read one log entry');
		const newest = await pickable(page, 'logEntryId');
		await newest.filter({ hasText: /Acknowledged by .* – Basket is empty/ }).click();
		await execute.click();
		await output.getByText('1 item').waitFor();
		await output.getByText('acknowledge_log_entry').waitFor();
	});
});
