import { setTimeout as wait } from 'node:timers/promises';

import { startSandbox, type Sandbox } from '../../sandbox';
import { openDesk, type IncidentDesk, type Row } from '../e2e/templates/incidentDesk';
import { dice } from '../support/dice';
import { noteFigures } from '../support/figures';
import { openFront, untilReady, type Front } from '../support/front';
import { ownN8n, type N8n } from '../support/n8n';
import { atTheDesk, inPagerDuty } from './incidentDesk/bothSides';
import { DeskSide } from './incidentDesk/deskSide';
import { PagerDutySide } from './incidentDesk/pagerDutySide';

jest.setTimeout(900_000);

const changes = 500;
/** What is under way when they begin is interrupted. */
const kills = [113, 263, 413];
/** From one change to another, PagerDuty answers 503. */
const outages = [
	{ from: 170, to: 200 },
	{ from: 330, to: 360 },
];
/** Longer than the nodes try again for. */
const outageMs = 9_000;
const changesWhileDead = 10;
/** What PagerDuty logged in these last milliseconds the reconciliation leaves to the events. */
const graceMs = 21_000;

let n8n: N8n;
let front: Front;
let sandbox: Sandbox;
let desk: IncidentDesk;

beforeAll(async () => {
	sandbox = await startSandbox({ strict: true, seed: 'empty', settings: { deliveryRetryMs: [1_000] } });
	front = await openFront();
	front.refusal = untilReady(front);
	n8n = await ownN8n({ env: { WEBHOOK_URL: `${front.url}/`, N8N_EXPRESSION_ENGINE: 'legacy' } });
	front.target = n8n.host.url;
	desk = await openDesk({ n8n, sandbox, credentials: await n8n.connect(sandbox) });
});
afterAll(async () => {
	await n8n?.stop();
	await front?.close();
	await sandbox?.close();
});

/** n8n goes on calling some of the executions running that a kill has ended. */
let restartedAt = 0;

const incidents = () => sandbox.incidents();
const roll = dice(20261129);

/** Changes on both sides by chance, while n8n dies and PagerDuty fails. */
async function aDay(people: PagerDutySide, atDesk: DeskSide): Promise<void> {
	for (let step = 0; step < changes; step++) {
		if (outages.some(({ from }) => from === step))
			sandbox.fail({ kind: 'status', status: 503, path: '/', times: 1_000_000 });
		if (outages.some(({ to }) => to === step)) await outageEnds();
		if (kills.includes(step)) {
			await n8n.host.kill();
			for (let count = 0; count < changesWhileDead; count++, step++) await people.change();
			await n8n.host.restart();
			restartedAt = Date.now();
		}
		if (roll(100) < 40) await atDesk.change();
		else await people.change();
		if (step % 20 === 0 && !outages.some(({ from, to }) => from <= step && step < to))
			await desk.quiet(restartedAt);
	}
	await atDesk.done();
}

async function outageEnds(): Promise<void> {
	await wait(outageMs);
	sandbox.recover();
	// And the answers to some notes are lost.
	sandbox.fail({ kind: 'reset', when: 'after', method: 'POST', path: '/incidents/.+/notes', times: 3 });
}

/** The reconciliation of the evening, and once more: then nothing is left for it. @returns what it told the chat then */
async function evening(): Promise<string[]> {
	await desk.quiet(restartedAt);
	await desk.fiveMinutesPass();
	await desk.quiet(restartedAt);
	await wait(graceMs);
	await desk.fiveMinutesPass();
	await desk.quiet(restartedAt);
	const told = sandbox.inbox.messages().length;
	await desk.fiveMinutesPass();
	return sandbox.inbox
		.messages()
		.slice(told)
		.map(({ text }) => text);
}

describe('a day of the incident desk, with n8n killed and PagerDuty down', () => {
	it('ends with both sides the same, without echo and without duplicate', async () => {
		const people = new PagerDutySide(sandbox, roll, incidents);
		await aDay(people, new DeskSide(desk, sandbox, roll, incidents));
		expect(await evening()).toEqual([]);

		expect(await atTheDesk(desk, incidents())).toEqual(inPagerDuty(sandbox, incidents()));
		const made = await desk.rows('Desk changes');
		const declared = await desk.rows('Desk declarations');
		// Whether any is overtaken is up to chance.
		const ended = ['done', 'overtaken'];
		expect(made.length).toBeGreaterThan(20);
		expect(made.filter(({ state }) => !ended.includes(String(state)))).toEqual([]);
		expect(notesInPagerDuty()).toEqual([...people.notes, ...notesOf(made)].sort());
		expect(
			incidents()
				.map(({ incidentKey }) => incidentKey)
				.filter(isDeclared)
				.sort(),
		).toEqual(
			declared
				.flatMap(({ declaration_id: id, service_ids: ids }) =>
					String(ids)
						.split(',')
						.map(() => id),
				)
				.sort(),
		);
		expect(incidents().filter(({ incidentKey }) => !isDeclared(incidentKey))).toHaveLength(
			people.opened.length,
		);
		noteFigures('incidentDesk', {
			'Changes that the desk wrote down': made.length,
			'Of these, overtaken by a later one in PagerDuty': made.filter(({ state }) => state === 'overtaken')
				.length,
			'Of these, sent in a later try': made.filter(({ tries }) => Number(tries) > 1).length,
			Incidents: incidents().length,
			'Timeline entries': (await desk.rows('Desk timeline')).length,
			'Of these, mended': (await desk.rows('Desk timeline')).filter(({ mended }) => mended).length,
		});
	});
});

const isDeclared = (key: string | null) => key?.startsWith('desk-') === true;

/** All but those that link the incidents of a declaration. */
const notesInPagerDuty = () =>
	incidents()
		.flatMap(({ id }) => sandbox.notes(id).map(({ content }) => content))
		.filter((text) => !text.startsWith('Opened together'))
		.sort();

const notesOf = (made: readonly Row[]) =>
	made
		.filter(({ action, state }) => action === 'Write a note' && state === 'done')
		.map(
			(row) => `${String(row.made_by)} at the incident desk (${String(row.change_id)}):\n${String(row.text)}`,
		);
