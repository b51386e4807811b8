import { preloading } from '../support/preloading';
import { itemsOf } from './stage';
import { addField, choose, dropNode, inBrowser, offeredBy, openEditor } from './visitor';

jest.setTimeout(240_000);

inBrowser('a person who adds a PagerDuty Polling Trigger', () => {
	// Its own: other tests leave credentials behind, and n8n gives a new node the one that was made last.
	const editor = openEditor('2.41', { env: preloading('e2e/timePasses.mjs') });

	const names = (rows: ReadonlyArray<{ name: string }>) => rows.map(({ name }) => name).sort();
	const output = () => editor.page.locator('[data-test-id="output-panel"]');
	const shown = async (...texts: string[]) => {
		for (const text of texts)
			await editor.page.getByText(text, { exact: true }).filter({ visible: true }).first().waitFor();
	};
	const fetchTestEvent = async () =>
		await editor.page.locator('[data-test-id="node-execute-button"]').first().click();

	/** Adds the trigger to a new workflow as what it offers there. */
	async function add(what: string): Promise<void> {
		await dropNode(editor.page, 'PagerDuty Polling', what);
		await shown('Poll Times', 'Trigger On');
	}

	it('for missed response times is led to a rule, and picks priorities, services and teams', async () => {
		const { page } = editor;
		const { sandbox } = editor.stage;
		await add('On an SLA breach');
		await shown('Response Times', 'Filters');
		expect(await offeredBy(page, 'source')).toContainEqual(
			expect.stringContaining('not acknowledged or not resolved in time'),
		);
		expect(await page.getByText('Events', { exact: true }).count()).toBe(0);
		// Without a rule nothing could ever be late.
		expect(await page.locator('[data-test-id="node-execute-button"]').first().isDisabled()).toBe(true);
		await page.getByText('Add Response Time').click();
		await shown('Applies To', 'Incident Urgency', 'Minutes to Acknowledge', 'Minutes to Resolve');
		await choose(page, 'appliesTo', 'Incidents by Priority');
		expect(await offeredBy(page, 'priorityIds')).toContainEqual(expect.stringMatching(/^P1 – /));
		await choose(page, 'appliesTo', 'All Incidents');

		await addField(page, 'Service Names or IDs');
		await addField(page, 'Team Names or IDs');
		expect((await offeredBy(page, 'serviceIds')).sort()).toEqual(names(sandbox.services()));
		expect((await offeredBy(page, 'teamIds')).length).toBe(3);
		await fetchTestEvent();
		await output().getByText('incident.sla_breached').first().waitFor();
	});

	it('for handoffs picks schedules or escalation policies, and sees who is on call', async () => {
		const { page } = editor;
		const { sandbox } = editor.stage;
		await add('On an on-call handoff');
		await shown('Watch', 'Schedule Names or IDs');
		expect((await offeredBy(page, 'scheduleIds')).sort()).toEqual(names(sandbox.schedules()));
		await choose(page, 'onCallOf', 'Escalation Policies');
		await shown('Escalation Policy Names or IDs', 'Escalation Level');
		expect((await offeredBy(page, 'escalationPolicyIds')).length).toBe(4);
		await choose(page, 'escalationPolicyIds', /./);
		await page.keyboard.press('Escape');
		await fetchTestEvent();
		await output().getByText('oncall.handoff').first().waitFor();
	});

	it('for changes fetches real ones, publishes, and sees the execution that the next change starts', async () => {
		const { page } = editor;
		const { n8n, sandbox } = editor.stage;
		await add('On incident changes');
		await shown('Events', 'Incident Triggered', 'Filters', 'Simplify');
		await fetchTestEvent();
		await output().getByText('10 items').waitFor();
		await page.keyboard.press('Escape');

		await page.locator('[data-test-id="workflow-open-publish-modal-button"]').click();
		await page.locator('[data-test-id="workflow-publish-button"]').click();
		await page.getByText('n8n now checks PagerDuty at the times you set.').waitFor();
		await page.keyboard.press('Escape');

		sandbox.trigger({ title: 'Seen by polling' });
		process.kill(n8n.host.pid, 'SIGUSR2');
		await page.locator('[data-test-id="radio-button-executions"]').click();
		await page.locator('[data-test-id="execution-preview-label"]').getByText('Succeeded').waitFor();
		const [workflow] = (await n8n.client.workflows.list()).filter(({ active }) => active);
		const [, execution] = await n8n.client.executions.ofWorkflow(String(workflow?.id), 2);
		const [item] = execution ? itemsOf(execution, 'PagerDuty Polling Trigger') : [];
		expect(item).toMatchObject({ event_type: 'incident.triggered', data: { title: 'Seen by polling' } });
	});
});
