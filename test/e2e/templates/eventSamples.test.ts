import type { N8nVersion, StoredWorkflow } from '../../support/n8nTypes';
import { emptyCanvas, visitUntil } from '../navigation';
import { inBrowser, openEditor } from '../visitor';
import { itemsOf, openStage } from '../stage';
import { trigger } from '../workflowParts';
import { clicked, Ended, published } from './acting';

jest.setTimeout(240_000);

const file = 'event-samples.json';
type Sample = Record<string, unknown>;

const samplesIn = ({ pinData = {} }: StoredWorkflow): Sample[] =>
	Object.values(pinData as Record<string, Array<{ json: Sample }>>).flatMap((items) =>
		items.map(({ json }) => json),
	);

/** Which properties an event has, and which its data. */
const shapeOf = ({ event_type: type, data, ...rest }: Sample) => ({
	type,
	event: Object.keys(rest).sort(),
	data: Object.keys(data as object).sort(),
});
const byType = (one: { type: unknown }, other: { type: unknown }) =>
	String(one.type).localeCompare(String(other.type));

describe.each<N8nVersion>(['2.41', '1.123'])(`workflows/${file} in n8n %s`, (which) => {
	const stage = openStage(which);
	let workflow: StoredWorkflow;

	beforeAll(async () => {
		workflow = await stage.n8n.importTemplate(file, stage.credentials, stage.sandbox);
	});

	it('has a sample of every event, of the shape in which the trigger gives it', async () => {
		const samples = samplesIn(workflow);
		const events = samples.map(({ event_type: type }) => String(type));
		const live = await stage.n8n.create(
			{ name: 'live', nodes: [trigger({ events })], connections: {} },
			stage.credentials,
		);
		await published(stage, live);
		for (const event of events) stage.sandbox.emit(event);
		await new Ended(stage, () => live).more(events.length);
		const executions = await stage.n8n.client.executions.ofWorkflow(live.id, events.length);
		const given = executions.flatMap((execution) => itemsOf(execution, 'PagerDuty Trigger'));
		expect(events.length).toBeGreaterThan(25);
		expect(samples.map(shapeOf).sort(byType)).toEqual(given.map(shapeOf).sort(byType));
		await stage.n8n.client.workflows.deactivate(live.id);
	});

	it('gives out its sample when a person runs a trigger', async () => {
		const execution = await clicked(stage, workflow, 'Incident Resolved');
		expect(itemsOf(execution, 'Incident Resolved')).toMatchObject([
			{ event_type: 'incident.resolved', data: { title: 'Checkout answers slowly', status: 'resolved' } },
		]);
	});
});

inBrowser(`workflows/${file} in the editor`, () => {
	const editor = openEditor();

	it('lends a trigger with its sample to another workflow, by copying and pasting', async () => {
		const { page } = editor;
		const { n8n, credentials, sandbox } = editor.stage;
		const { id } = await n8n.importTemplate(file, credentials, sandbox);
		await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
		const node = page.locator('[data-test-id="canvas-node"]', { hasText: 'Incident Resolved' });
		await visitUntil(node, `workflow/${id}`);
		await node.click();
		await page.keyboard.press('ControlOrMeta+c');
		await emptyCanvas(page);
		await page.keyboard.press('ControlOrMeta+v');
		await node.dblclick();
		const output = page.locator('[data-test-id="output-panel"]');
		await output.getByText('Checkout answers slowly').first().waitFor();
	});
});
