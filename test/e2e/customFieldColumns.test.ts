import { choose, inBrowser, openEditor, openNode } from './visitor';
import { byHand, chain, pagerDuty } from './workflowParts';

jest.setTimeout(120_000);

inBrowser('a person who sets custom fields', () => {
	const editor = openEditor();

	it('is offered those of another incident type as soon as it is chosen', async () => {
		const { page, stage } = editor;
		const create = pagerDuty('Create', {
			resource: 'incident',
			operation: 'create',
			withCustomFields: true,
			additionalFields: { incidentType: 'incident_default' },
		});
		const { id } = await stage.n8n.create(chain('custom fields', [byHand, create]), stage.credentials);
		await openNode(page, id, 'Create');
		const add = page.locator('[data-test-id="add-fields-select"]');
		const entry = (name: string) => page.getByRole('menuitem', { name });

		await add.click();
		await entry('Environment').waitFor();
		expect(await entry('Data Exposed').count()).toBe(0);
		await entry('Environment').click();

		const loaded = page.waitForResponse(/resource-mapper-fields/);
		await choose(page, 'incidentType', 'Security Incident');
		await loaded;
		await add.click();
		await entry('Data Exposed').waitFor();
	});
});
