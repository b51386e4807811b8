import { until } from '../support/until';
import { dropNode, inBrowser, openEditor, pickable } from './visitor';
import { byHand, chain } from './workflowParts';

jest.setTimeout(240_000);

inBrowser('in an untouched demo', () => {
	// Its own: other tests leave credentials behind, and n8n gives a new node the one that was made last.
	const editor = openEditor('2.41', {});

	const opensTheSandbox = async () => {
		const credential = editor.page.locator('[data-test-id="node-credentials-select"] input').first();
		await until(
			'it has the credential',
			async () => (await credential.inputValue()) === 'PagerDuty (sandbox)',
		);
	};

	it('a PagerDuty node that is dropped on an empty canvas opens the sandbox at once', async () => {
		const { page } = editor;
		await dropNode(page, 'PagerDuty', 'Create an incident');
		await opensTheSandbox();
		const services = await pickable(page, 'serviceId');
		expect(await services.count()).toBe(editor.stage.sandbox.services().length);
	});

	it.each([
		['PagerDuty', 'On incident triggered'],
		['PagerDuty Polling', 'On an SLA breach'],
	])('so does a %s trigger', async (name, event) => {
		const { page } = editor;
		await dropNode(page, name, event);
		await opensTheSandbox();
		expect(await page.getByText('Error fetching options').count()).toBe(0);
	});

	it('the address of a workflow, as `npm start` prints it, leads to that workflow after the login', async () => {
		const { n8n } = editor.stage;
		const { id } = await n8n.create(chain('Printed', [byHand]));
		const visitor = await editor.browser.newPage();
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
