import { idNamed } from '../../support/idNamed';
import { until } from '../../support/until';
import { openStage } from '../stage';
import { published } from './acting';
import { moods, startMoodyModel } from './moodyModel';

// An acknowledgement is looked into after two minutes.
jest.setTimeout(600_000);

describe('workflows/incident-hypothesis-note.json', () => {
	const stage = openStage();
	let workflowId: string;
	let closeModel: () => void;
	let openAiApi: string;
	/** Opened before the workflow was published, so that no first note was written. */
	let earlier: string;
	beforeAll(async () => {
		const { client } = stage.n8n;
		const model = await startMoodyModel(`${stage.sandbox.url}/_sandbox/model/v1`);
		closeModel = model.close;
		const data = { apiKey: 'none', url: model.url };
		openAiApi = (await client.credentials.create({ name: 'Moody', type: 'openAiApi', data })).id;
		earlier = trigger('Opened before');
		const credentials = { ...stage.credentials, openAiApi };
		const workflow = await stage.n8n.importTemplate(
			'incident-hypothesis-note.json',
			credentials,
			stage.sandbox,
		);
		workflowId = workflow.id;
		await published(stage, workflow);
	});
	afterAll(async () => {
		closeModel?.();
		if (openAiApi) await stage.n8n.client.credentials.remove(openAiApi);
	});

	const trigger = (title: string) =>
		stage.sandbox.trigger({ title, serviceId: idNamed(stage.sandbox.services(), 'Checkout API') }).id;
	/** Those that the workflow has written. */
	const notesOf = (id: string) =>
		stage.sandbox
			.notes(id)
			.map(({ content }) => content)
			.filter((content) => content.startsWith('First look by n8n'));
	/** The note of an incident, once it is there; the model may take 20 seconds. */
	async function noteOf(id: string): Promise<string> {
		await until('there is a note', () => notesOf(id).length > 0, 120_000);
		return String(notesOf(id)[0]);
	}

	it('writes a hypothesis with its signals, and what is known where the model gives no good answer', async () => {
		const good = trigger('Checkout answers slowly');
		stage.sandbox.alert(good, { key: 'errors', summary: '7 % of orders fail' });
		const bad = moods.map((mood) => trigger(`The model ${mood}`));
		// Somebody is quick, while the model still thinks.
		stage.sandbox.acknowledge(good);
		stage.sandbox.acknowledge(String(bad[1]));
		stage.sandbox.acknowledge(earlier);

		const note = await noteOf(good);
		// More than n8n reads unless it is asked for all.
		for (let count = 0; count < 60; count++) stage.sandbox.note(good, `Still looking (${count})`);
		expect(note).toMatch(
			/^First look by n8n: a language model's hypothesis\. Check it before you act on it\.\n/,
		);
		expect(note).toContain('“Deployed checkout 2.41”');
		expect(note).toContain('Confidence: low');
		expect(note).toMatch(
			/Signals:\n- \d{4}-\S+Z: Change: Deployed checkout 2\.41\n- \d{4}-\S+Z: Incident opened/,
		);
		expect(note).toMatch(
			/Recommended action: .*“Disk almost full on checkout-db-2” helps again: “Old binary logs removed”/,
		);
		for (const each of bad) {
			const plain = await noteOf(each);
			expect(plain).toMatch(
				/^First look by n8n: what is known so far\. The language model gave no usable answer/,
			);
			expect(plain).toContain('Deployed checkout 2.41');
		}

		// Three acknowledgements are looked into later, of which one had no note.
		const executions = await stage.n8n.client.executions.ofWorkflow(workflowId, 9, 240_000);
		expect(executions.map(({ status }) => status)).toEqual(executions.map(() => 'success'));
		expect(notesOf(earlier)).toEqual([expect.stringContaining('First look by n8n: a language')]);
		for (const each of [good, ...bad]) expect(notesOf(each)).toHaveLength(1);
	});
});
