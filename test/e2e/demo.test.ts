import { preloading } from '../support/preloading';
import { until } from '../support/until';
import { itemsOf } from './stage';
import { addField, choose, dropNode, inBrowser, offeredBy, openEditor, pickable } from './visitor';
import { byHand, chain } from './workflowParts';

jest.setTimeout(240_000);

inBrowser('in an untouched demo', () => {
	// Its own: other tests leave credentials behind, and n8n gives a new node the one that was made last.
	const editor = openEditor('2.41', { env: preloading('e2e/timePasses.mjs') });

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

	describe('a person who adds a PagerDuty Polling Trigger', () => {
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
});
