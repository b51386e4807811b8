import type { Browser, Page } from 'playwright-core';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { sandboxKeys, startSandbox, type Sandbox } from '../../sandbox';
import { ownN8n, type N8n } from '../support/n8n';
import { itemsOf } from './stage';
import { addField, choose, dropNode, inBrowser, offeredBy, openBrowser, signedIn } from './visitor';

jest.setTimeout(240_000);

let n8n: N8n;
let sandbox: Sandbox;
let browser: Browser;
let page: Page;

inBrowser('a person who adds a PagerDuty Polling Trigger', () => {
	beforeAll(async () => {
		sandbox = await startSandbox({ strict: true });
		const clockwork = pathToFileURL(join(__dirname, 'timePasses.mjs')).href;
		n8n = await ownN8n({ env: { NODE_OPTIONS: `--import=${clockwork}` } });
		const data = { region: 'custom', baseUrl: sandbox.url, apiToken: sandboxKeys.account };
		await n8n.client.credentials.create({ name: 'PagerDuty', type: 'pagerDutyTokenApi', data });
		browser = await openBrowser();
		page = await signedIn(browser, n8n);
	});
	afterAll(async () => {
		await browser?.close();
		await n8n?.stop();
		await sandbox?.close();
	});

	const names = (rows: ReadonlyArray<{ name: string }>) => rows.map(({ name }) => name).sort();
	const output = () => page.locator('[data-test-id="output-panel"]');
	const shown = async (...texts: string[]) => {
		for (const text of texts)
			await page.getByText(text, { exact: true }).filter({ visible: true }).first().waitFor();
	};
	const fetchTestEvent = async () =>
		await page.locator('[data-test-id="node-execute-button"]').first().click();

	/** Adds the trigger to a new workflow as what it offers there. */
	async function add(what: string): Promise<void> {
		await dropNode(page, 'PagerDuty Polling', what);
		await shown('Poll Times', 'Trigger On');
	}

	it('for missed response times is led to a rule, and picks priorities, services and teams', async () => {
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
