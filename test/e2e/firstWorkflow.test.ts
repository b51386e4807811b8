import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { until } from '../support/until';
import { openStage } from './stage';
import { chain, locator, pagerDuty, trigger } from './workflowParts';

jest.setTimeout(120_000);

const stage = openStage();

/** The expressions that README tells people to enter, in their order. */
async function expressions(): Promise<string[]> {
	const readme = await readFile(join(__dirname, '..', '..', 'README.md'), 'utf8');
	const steps = readme.split('## Your first workflow')[1]?.split('\n## ')[0] ?? '';
	return [...steps.matchAll(/`(\{\{.*?\}\})`/g)].map(([, expression]) => `=${expression}`);
}

describe("README's first workflow", () => {
	it('writes what is known about a new incident into a note', async () => {
		const [triggered = '', incident = '', note = ''] = await expressions();
		const workflow = await stage.n8n.create(
			chain('My first', [
				trigger({ events: ['incident.triggered'] }),
				pagerDuty('Context', {
					resource: 'incident',
					operation: 'getContext',
					incidentId: locator(triggered),
				}),
				pagerDuty('Note', {
					resource: 'incidentNote',
					operation: 'create',
					incidentId: locator(incident),
					content: note,
				}),
			]),
			stage.credentials,
		);
		await stage.n8n.client.workflows.activate(workflow.id);
		await until('it is subscribed', () => stage.sandbox.subscriptions().length === 1);

		const opened = stage.sandbox.trigger({ title: 'Basket is empty' });
		await stage.n8n.client.executions.ofWorkflow(workflow.id, 1);

		const notes = stage.sandbox.notes(opened.id).map(({ content }) => content);
		expect(notes).toEqual([expect.stringContaining('Basket is empty')]);
		expect(notes[0]).toContain('On call now');
		await stage.n8n.client.workflows.deactivate(workflow.id);
	});
});
