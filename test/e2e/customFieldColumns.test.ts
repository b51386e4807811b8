import { choose, inBrowser, openEditor, openNode, pickable } from './visitor';
import { byHand, chain, locator, pagerDuty } from './workflowParts';

jest.setTimeout(120_000);

inBrowser('a person who sets custom fields', () => {
	const editor = openEditor();

	/** Opens the form of a node with these parameters, after one that gives this item. */
	async function openForm(parameters: Record<string, unknown>, item: object = {}): Promise<void> {
		const { n8n, credentials } = editor.stage;
		const fields = pagerDuty('Fields', { resource: 'incident', ...parameters });
		const { id } = await n8n.create(
			{ ...chain('custom fields', [byHand, fields]), pinData: { Start: [{ json: item }] } },
			credentials,
		);
		await openNode(editor.page, id, 'Fields');
	}

	const add = () => editor.page.locator('[data-test-id="add-fields-select"]');
	const entry = (name: string) => editor.page.getByRole('menuitem', { name });
	const loaded = () => editor.page.waitForResponse(/resource-mapper-fields/);

	it('is offered those of another incident type as soon as it is chosen', async () => {
		await openForm({
			operation: 'create',
			withCustomFields: true,
			additionalFields: { incidentType: 'incident_default' },
		});
		await add().click();
		await entry('Environment').waitFor();
		expect(await entry('Data Exposed').count()).toBe(0);
		await entry('Environment').click();

		const again = loaded();
		await choose(editor.page, 'incidentType', 'Security Incident');
		await again;
		await add().click();
		await entry('Data Exposed').waitFor();
	});

	it('is offered those of the incident that is picked from the list', async () => {
		const { sandbox } = editor.stage;
		sandbox.trigger({ title: 'Basket is empty' });
		const { id } = sandbox.trigger({ title: 'Strange logins' });
		sandbox.change(id, { incidentType: 'security_incident' });
		await openForm({ operation: 'setCustomFields' });
		for (const [title, isSecurity] of [
			['Basket is empty', false],
			['Strange logins', true],
		] as const) {
			const again = loaded();
			await (await pickable(editor.page, 'incidentId')).filter({ hasText: title }).click();
			await again;
			await add().click();
			await entry('Environment').waitFor();
			expect(await entry('Data Exposed').count()).toBe(isSecurity ? 1 : 0);
			await entry('Environment').click();
		}
	});

	it('keeps what was entered when the expression gives another incident, also one that does not exist', async () => {
		const { page, stage } = editor;
		const [one, other] = ['One', 'Other'].map((title) => stage.sandbox.trigger({ title }).id);
		await openForm({ operation: 'setCustomFields', incidentId: locator('={{ $json.one }}') }, { one, other });
		await add().click();
		await entry('Environment').click();
		const values = page.locator('[data-test-id="mapping-fields-container"]');
		await values.locator('input').last().fill('production');
		const incident = page.locator('[data-test-id="resource-locator-incidentId"]');
		for (const [expression, given] of [
			['{{ $json.other }}', String(other)],
			["{{ 'QNONE' + 1 }}", 'QNONE1'],
		] as const) {
			await incident.locator('.cm-content').fill(expression);
			await page.getByText(given, { exact: true }).last().waitFor();
			// What n8n does about it, it has done by then.
			await page.waitForTimeout(2_000);
			expect(await values.locator('input').last().inputValue()).toBe('production');
		}
	});
});
