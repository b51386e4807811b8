import { idNamed } from '../../support/idNamed';
import type { StoredWorkflow } from '../../support/n8nTypes';
import { until } from '../../support/until';
import { openStage } from '../stage';
import { clicked, Ended, published } from './acting';

jest.setTimeout(240_000);

describe('workflows/event-router*.json', () => {
	const stage = openStage('2.41', {});
	const table = 'PagerDuty routes';
	let router: StoredWorkflow;
	let chat: StoredWorkflow;
	let asking: StoredWorkflow;

	const imported = async (file: string) =>
		await stage.n8n.importTemplate(file, stage.credentials, stage.sandbox);
	const ended = new Ended(stage, () => router);
	/** Imports an example, enters its route as a person does, and publishes it. */
	async function example(file: string): Promise<StoredWorkflow> {
		const workflow = await imported(file);
		await clicked(stage, workflow, 'Enter this route (run once)');
		await stage.n8n.client.workflows.activate(workflow.id);
		return workflow;
	}

	beforeAll(async () => {
		router = await imported('event-router.json');
		await clicked(stage, router, 'Set up (run once)');
		await clicked(stage, router, 'Set up (run once)');
		chat = await example('event-router-tell-chat.json');
		await clicked(stage, chat, 'Enter this route (run once)');
		asking = await example('event-router-ask-what-helped.json');
		await stage.n8n.client.dataTables.insert(table, [
			{ name: 'Long gone', event: 'incident.triggered', workflow_id: 'deleted', enabled: true },
			{ name: 'Turned off', event: '', workflow_id: chat.id, enabled: false },
		]);
		await ended.more(2);
		await published(stage, router);
	});

	const messages = () => stage.sandbox.inbox.messages().map(({ text }) => text);
	const triggered = (service: string, title: string) =>
		stage.sandbox.trigger({
			serviceId: idNamed(stage.sandbox.services(), service),
			title,
		});

	it('lets the examples enter themselves, each once', async () => {
		const rows = await stage.n8n.client.dataTables.rows(table);
		expect(rows.map(({ name }) => name)).toEqual([
			'New incidents to the chat',
			'Ask what helped',
			'Long gone',
			'Turned off',
		]);
	});

	it('starts the workflows whose route fits, and says which one could not be started', async () => {
		const { id, title } = triggered('Checkout API', 'Basket is empty');
		await ended.more(1);
		await until('the chat knows', () => messages().length === 2, 30_000);
		const told = messages();
		expect(told).toContainEqual(expect.stringMatching(`^New incident #\\d+ of Checkout API: ${title}`));
		expect(told).toContainEqual(
			expect.stringMatching(/^The route “Long gone” could not be started for incident\.triggered/),
		);
		stage.sandbox.resolve(id);
		await until('the note is there', () => stage.sandbox.notes(id).length === 1, 30_000);
		expect(stage.sandbox.notes(id)[0]?.content).toMatch(/^What was the cause/);
		// The resolution, and the note, about which nobody wants to know.
		await ended.more(2);
		expect(messages()).toHaveLength(2);
	});

	it('leaves incidents of other services and teams alone', async () => {
		const startsOf = async ({ id }: StoredWorkflow) => (await stage.n8n.client.executions.list(id)).length;
		const before = { chat: await startsOf(chat), asking: await startsOf(asking) };
		const { id } = triggered('Warehouse Sync', 'Stock is stale');
		stage.sandbox.resolve(id);
		await ended.more(2);
		// What the router has started by now is in n8n's list, whether it has ended or not.
		expect({ chat: await startsOf(chat), asking: await startsOf(asking) }).toEqual(before);
	});
});
