import type { N8nVersion } from '../../support/n8nTypes';
import { noteFigures } from '../../support/figures';
import { until } from '../../support/until';
import { openStage } from '../stage';

jest.setTimeout(240_000);

const file = 'incident-context-note.json';

describe.each<N8nVersion>(['2.41', '1.123'])(`workflows/${file} in n8n %s`, (version) => {
	const stage = openStage(version);
	let workflowId: string;
	let executions = 0;

	beforeAll(async () => (workflowId = await published()));

	/** Imports the template and publishes it. @returns its ID */
	async function published(): Promise<string> {
		const before = stage.sandbox.subscriptions().length;
		const { id } = await stage.n8n.importTemplate(file, stage.credentials, stage.sandbox);
		await stage.n8n.client.workflows.activate(id);
		await until('it is subscribed', () => stage.sandbox.subscriptions().length === before + 1);
		return id;
	}

	const serviceNamed = (name: string) => stage.sandbox.services().find((service) => service.name === name);
	const triggered = (service: string, title: string) =>
		stage.sandbox.trigger({ serviceId: serviceNamed(service)?.id, title });
	const notesOf = (incidentId: string) => stage.sandbox.notes(incidentId).map(({ content }) => content);
	/** Waits until so many more events were dealt with. */
	const dealtWith = async (events: number) =>
		await stage.n8n.client.executions.ofWorkflow(workflowId, (executions += events));

	it('notes within seconds what changed, what the alerts say, and what solved similar incidents', async () => {
		const began = Date.now();
		const { id, number } = triggered('Checkout API', 'Checkout latency above 3 s (p95)');
		await until('the note is there', () => notesOf(id).length === 1, 15_000);
		const seconds = (Date.now() - began) / 1000;
		noteFigures('templates', {
			[`Context note, from the event to the note, in n8n ${version}`]: `${seconds.toFixed(1)} s`,
		});
		expect(seconds).toBeLessThan(15);
		await dealtWith(1);
		const [note = ''] = notesOf(id);
		expect(note).toMatch(/^Context when triggered:\n/);
		expect(note).toContain(`#${number}`);
		expect(note).toMatch(/On call now: level 1 /);
		expect(note).toMatch(/Changed lately:\n- /);
		expect(note).toMatch(/Similar before:\n- .*resolved after .* by /);
		expect(note).not.toContain('**');
	});

	it('says so where nothing is known', async () => {
		const { id } = triggered('Internal Wiki', 'Search is slow');
		await dealtWith(1);
		const [note] = notesOf(id);
		expect(note).toContain('Alerts: none.');
		expect(note).toContain('Similar before: no similar incident is known.');
	});

	it('writes once when triggered and once when acknowledged, however often and by whomever', async () => {
		const { id } = triggered('Payments Gateway', 'Refunds fail');
		await dealtWith(1);
		stage.sandbox.note(id, 'Context when acknowledged: is what I would like to read here');
		stage.sandbox.acknowledge(id);
		await dealtWith(1);
		const [anyone] = stage.sandbox.users();
		stage.sandbox.emit('incident.acknowledged', { incidentId: id });
		stage.sandbox.acknowledge(id, anyone?.id);
		await stage.sandbox.settled();
		await dealtWith(1);
		const headings = notesOf(id).map((note) => note.split('\n')[0]);
		expect(headings.sort()).toEqual(
			[
				'Context when acknowledged: is what I would like to read here',
				'Context when acknowledged:',
				'Context when triggered:',
			].sort(),
		);
	});
});
