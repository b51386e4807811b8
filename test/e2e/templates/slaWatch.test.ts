import type { StoredWorkflow } from '../../support/n8nTypes';
import { preloading } from '../../support/preloading';
import { until } from '../../support/until';
import { openStage } from '../stage';
import { changeSettings, clicked } from './acting';

jest.setTimeout(240_000);

/** Seconds in which a P1 of these tests has to be acknowledged, and resolved. */
const limits = { acknowledge: 2, resolve: 6 };

describe('workflows/sla-watch.json', () => {
	// A minute that passed between the two response times would deal with the first of them alone.
	const stage = openStage('2.41', { env: { ...preloading('e2e/timePasses.mjs'), CLOCK_STANDS: 'true' } });
	let workflow: StoredWorkflow;

	const imported = async () =>
		await stage.n8n.importTemplate('sla-watch.json', stage.credentials, stage.sandbox);
	const setUp = async () => await clicked(stage, workflow, 'Set up (run once)');

	beforeAll(async () => {
		const { client } = stage.n8n;
		const old = await client.dataTables.list();
		for (const name of ['Response times', 'SLA breaches'].filter((one) => old.includes(one)))
			await client.dataTables.remove(name);
		workflow = await imported();
		await setUp();
		await client.dataTables.insert('Response times', [
			{
				position: 0,
				severity: 'P1',
				acknowledge_minutes: limits.acknowledge / 60,
				resolve_minutes: limits.resolve / 60,
				escalate_to: 2,
			},
		]);
	});

	/** The minute after which the workflow looks again, several times over, as if n8n were late. */
	function minutePasses(times = 1): void {
		for (let time = 0; time < times; time++) process.kill(stage.n8n.host.pid, 'SIGUSR2');
	}

	const passes = async (seconds: number) =>
		await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
	const urgent = (title: string) => {
		const priority = stage.sandbox.priorities().find(({ name }) => name === 'P1');
		return stage.sandbox.trigger({ title, priorityId: priority?.id });
	};
	const notesOf = ({ id }: { id: string }) =>
		stage.sandbox.notes(id).map(({ content }) => content.replace(/within [\d.]+ min/, 'in time'));
	const escalationsOf = ({ id }: { id: string }) =>
		stage.sandbox.log(id).filter(({ kind }) => kind === 'escalate').length;
	const messagesOf = ({ number }: { number: number }) =>
		stage.sandbox.inbox.messages().flatMap(({ text }) => (text.includes(`#${number} `) ? [text] : []));
	const toldOf = (incident: { number: number }) => messagesOf(incident).length;
	const rowsOf = async ({ id }: { id: string }) =>
		(await stage.n8n.client.dataTables.rows('SLA breaches')).filter((row) => row.incident_id === id);

	it('is set up as often as one likes, and leaves rows that people have changed', async () => {
		await setUp();
		const rows = await stage.n8n.client.dataTables.rows('Response times');
		expect(rows.map(({ severity }) => severity)).toEqual(['P1', 'P2', 'P3', 'high', 'low', 'P1']);
	});

	it('notes, escalates and tells a missed response time once, over repeats and a crash of n8n', async () => {
		const { n8n, sandbox } = stage;
		await n8n.client.workflows.activate(workflow.id);
		const missed = urgent('Nobody <!channel> comes');
		const late = urgent('Somebody comes late');
		const quick = urgent('Somebody comes at once');
		sandbox.acknowledge(quick.id);
		await passes(limits.acknowledge + 1.5);
		sandbox.acknowledge(late.id);
		sandbox.resolve(late.id);
		sandbox.resolve(quick.id);
		await passes(limits.resolve);
		minutePasses(3);
		await until('both are told', () => toldOf(missed) === 2 && toldOf(late) === 1, 90_000);
		await until('they are marked', async () => (await rowsOf(missed)).every(({ told }) => told), 30_000);

		await n8n.host.kill();
		await n8n.host.restart();
		const before = (await n8n.client.executions.ofWorkflow(workflow.id, 0)).length;
		// Signals that come together count once, and one that comes before the schedule is there counts for nothing.
		const runsTwice = async () => {
			minutePasses(1);
			await passes(2);
			return (await n8n.client.executions.ofWorkflow(workflow.id, 0)).length >= before + 2;
		};
		await until('it has run twice more', runsTwice, 90_000);
		expect(notesOf(missed).sort()).toEqual([
			'Response time missed: not acknowledged in time (P1).',
			'Response time missed: not resolved in time (P1).',
		]);
		expect(notesOf(late)).toEqual(['Response time missed: not acknowledged in time (P1).']);
		expect(notesOf(quick)).toEqual([]);
		expect([missed, late].map(toldOf)).toEqual([2, 1]);
		// Both were due in the same minute: whoever is on call there is paged once.
		expect(escalationsOf(missed)).toBe(1);
		expect(escalationsOf(late)).toBe(0);
		expect(sandbox.inbox.messages().every(({ text }) => !text.includes('<!'))).toBe(true);
		expect((await rowsOf(missed)).map(({ missed: what, told }) => [what, told]).sort()).toEqual([
			['acknowledge', `${missed.id} acknowledge`],
			['resolve', `${missed.id} resolve`],
		]);
		// What was overdue before the table was there is none of its business.
		expect(sandbox.inbox.messages()).toHaveLength(3);
		await n8n.client.workflows.deactivate(workflow.id);
	});

	it('keeps a breach open that nobody could be told of', async () => {
		const { sandbox } = stage;
		const unlucky = await imported();
		await changeSettings(stage, unlucky, { chatUrl: `${sandbox.url}/nobody` });
		const incident = urgent('Everything fails');
		await passes(limits.acknowledge + 1.5);
		sandbox.fail({ method: 'POST', path: '/incidents/.*/notes', kind: 'status', status: 403, times: 5 });
		await clicked(stage, unlucky, 'Every minute');
		sandbox.recover();
		const rows = await rowsOf(incident);
		expect(rows).toContainEqual(expect.objectContaining({ missed: 'acknowledge', told: '' }));
		expect(rows.filter(({ told }) => told)).toEqual([]);
		expect(escalationsOf(incident)).toBe(1);
	});

	it('says what it could not read or write, and deals with the others', async () => {
		const { n8n, sandbox } = stage;
		const [hidden, plain] = [urgent('Nobody may read this'), urgent('Anybody may read this')];
		await passes(limits.acknowledge + 1.5);
		sandbox.fail({ path: `/incidents/${hidden.id}/log_entries`, kind: 'status', status: 403, times: 9 });
		sandbox.fail({ method: 'POST', path: `/incidents/${plain.id}/notes`, kind: 'status', status: 403 });
		const { executionId } = await n8n.client.workflows.run(workflow.id, 'Every minute');
		const execution = await n8n.client.executions.finished(String(executionId), 60_000);
		sandbox.recover();
		expect(execution.data.resultData.error?.message).toContain(`#${hidden.number} could not be read: `);
		expect(toldOf(hidden)).toBe(0);
		expect(messagesOf(plain)[0]).toContain('Escalated to level 2. PagerDuty refused the note');

		await passes(limits.resolve);
		await clicked(stage, workflow, 'Every minute');
		expect([hidden, plain].map(toldOf)).toEqual([2, 2]);
		expect([hidden, plain].map(escalationsOf)).toEqual([1, 2]);
	});
});
