import { idNamed } from '../../support/idNamed';
import type { N8nVersion, StoredWorkflow } from '../../support/n8nTypes';
import { noteFigures } from '../../support/figures';
import { until } from '../../support/until';
import { openStage } from '../stage';
import { Ended, pasted, published } from './acting';

jest.setTimeout(240_000);

const file = 'incident-context-note.json';

describe.each<N8nVersion>(['2.41', '1.123'])(`workflows/${file} in n8n %s`, (version) => {
	const stage = openStage(version);
	let workflow: StoredWorkflow;
	const ended = new Ended(stage, () => workflow);

	beforeAll(async () => {
		workflow = await stage.n8n.importTemplate(file, stage.credentials, stage.sandbox);
		await published(stage, workflow);
	});

	const triggered = (service: string, title: string) =>
		stage.sandbox.trigger({ serviceId: idNamed(stage.sandbox.services(), service), title });
	const notesOf = (incidentId: string) => stage.sandbox.notes(incidentId).map(({ content }) => content);

	it('notes within seconds what changed, what the alerts say, and what solved similar incidents', async () => {
		const began = Date.now();
		const { id, number } = triggered('Checkout API', 'Checkout latency above 3 s (p95)');
		await until('the note is there', () => notesOf(id).length === 1, 60_000);
		const seconds = (Date.now() - began) / 1000;
		await ended.more(1);
		noteFigures('templates', {
			[`Context note, from the event to the note, in n8n ${version}`]: `${seconds.toFixed(1)} s`,
		});
		expect(seconds).toBeLessThan(15);
		const [note = ''] = notesOf(id);
		expect(note).toMatch(/^Context when triggered:\n/);
		expect(note).toContain(`#${number}`);
		expect(note).toMatch(/On call now: level 1 /);
		expect(note).toMatch(/Changed lately:\n- /);
		expect(note).toMatch(/Similar before:\n[^]*resolved after .* by /);
		expect(note).not.toContain('**');
	});

	it('says so where nothing is known', async () => {
		const { id } = triggered('Internal Wiki', 'Search is slow');
		await ended.more(1);
		const [note] = notesOf(id);
		expect(note).toContain('Alerts: none.');
		expect(note).toContain('Similar before: no similar incident is known.');
	});

	it('writes once when triggered and once when acknowledged, however often and by whomever', async () => {
		const { id } = triggered('Payments Gateway', 'Refunds fail');
		await ended.more(1);
		stage.sandbox.note(id, 'Context when acknowledged: is what I would like to read here');
		stage.sandbox.acknowledge(id);
		await ended.more(1);
		// Two more people acknowledge it.
		for (let person = 0; person < 2; person++)
			stage.sandbox.emit('incident.acknowledged', { incidentId: id });
		await ended.more(2);
		const own = notesOf(id).filter((note) => /^Context when \w+:\n/.test(note));
		expect(own.map((note) => note.split('\n')[0]).sort()).toEqual([
			'Context when acknowledged:',
			'Context when triggered:',
		]);
	});

	it('says why there is no context where it cannot be read', async () => {
		stage.sandbox.fail({ path: '/incidents/[^/]+$', method: 'GET', kind: 'status', status: 403, times: 20 });
		const { id } = triggered('Data Pipeline', 'Nightly load is late');
		await ended.more(1);
		stage.sandbox.recover();
		expect(notesOf(id)).toEqual([
			expect.stringMatching(/^Context when triggered:\nIt could not be read\. \S+/),
		]);
	});

	it('leaves one note where a copy of the workflow runs beside it', async () => {
		const copy = await stage.n8n.create(pasted(workflow), stage.credentials);
		await published(stage, copy);
		const { id } = triggered('Customer Portal', 'Pages are blank');
		await ended.more(1);
		await new Ended(stage, () => copy).more(1);
		expect(notesOf(id)).toHaveLength(1);
	});
});
