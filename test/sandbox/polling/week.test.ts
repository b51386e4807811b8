import '../../support/waits';

import type { IDataObject } from 'n8n-workflow';

import { noteFigures } from '../../support/figures';
import { expectedBreaches, expectedHandoffs } from './expected';
import { account, polling } from './pollingAtSandbox';
import { Week } from './week';

jest.setTimeout(120_000);

const monday = new Date('2026-03-02T06:00:00Z');
const limits = { acknowledgeWithin: 45, resolveWithin: 240 };
const changes = {
	trigger: 'incident.triggered',
	acknowledge: 'incident.acknowledged',
	unacknowledge: 'incident.unacknowledged',
	resolve: 'incident.resolved',
	assign: 'incident.reassigned',
	escalate: 'incident.escalated',
	annotate: 'incident.annotated',
	urgency_change: 'incident.urgency_updated',
};

async function live() {
	const sandbox = await account.start({ seed: 'empty', clock: { now: () => monday } });
	const week = new Week(sandbox, 20260302, monday);
	const changed = polling({ events: Object.values(changes) });
	const breached = polling({
		source: 'slaBreach',
		responseTimes: { rules: [{ appliesTo: 'all', ...limits }] },
	});
	const handedOff = polling({
		source: 'onCallHandoff',
		scheduleIds: sandbox.schedules().map(({ id }) => id),
	});
	const workflows = [changed, breached, handedOff];
	for (const workflow of workflows) await workflow.activate();
	await week.live([changed, changed, breached, changed, changed, handedOff]);
	for (const workflow of workflows) await week.catchUp(workflow);
	return { sandbox, week, changed, breached, handedOff };
}

type Lived = Awaited<ReturnType<typeof live>>;

/** What should be given, and what was, for each source. */
const compared = ({ sandbox, week, changed, breached, handedOff }: Lived) => ({
	changes: {
		given: changed.items.map(({ id }) => String(id)).toSorted(),
		happened: sandbox
			.incidents()
			.flatMap(({ id }) => sandbox.log(id))
			.filter(({ kind }) => kind in changes)
			.map(({ id }) => id)
			.toSorted(),
	},
	breaches: {
		given: breached.items.map(({ id }) => String(id)).toSorted(),
		happened: expectedBreaches(sandbox, limits, week.now()).toSorted(),
	},
	handoffs: {
		given: handedOff.items.map(withWhoIsOnCall).toSorted(),
		happened: expectedHandoffs(sandbox, monday.getTime(), week.now()).toSorted(),
	},
});

function withWhoIsOnCall({ id, data }: IDataObject): string {
	const people = Reflect.get(Object(data), 'on_call') as Array<{ id: string }>;
	return `${String(id)} ${people.map((person) => person.id).join() || 'nobody'}`;
}

/** How many are in one list and not in the other, repeats included. */
const differences = (given: string[], happened: string[]) =>
	happened.filter((each) => !given.includes(each)).length + given.length - new Set(given).size;

describe('a simulated week with bursts, late rows, faults and restarts', () => {
	let past: ReturnType<typeof live> | undefined;
	// Not before the tests: only within one does waiting cost no time.
	const lived = async () => await (past ??= live());
	afterAll(account.close);

	it('gives each of 5,000 changes of incidents once', async () => {
		const { given, happened } = compared(await lived()).changes;
		expect(given).toEqual(happened);
		expect(happened.length).toBeGreaterThanOrEqual(5000);
	});

	it('gives each missed response time once, and nothing that was in time', async () => {
		const { given, happened } = compared(await lived()).breaches;
		expect(given).toEqual(happened);
		expect(happened.length).toBeGreaterThan(100);
	});

	it('gives each handoff of all schedules once, gaps and overrides included', async () => {
		const { given, happened } = compared(await lived()).handoffs;
		expect(given).toEqual(happened);
		expect(happened.length).toBeGreaterThan(25);
	});

	it('was as bad a week as it says', async () => {
		const { week, changed, breached, handedOff } = await lived();
		const { polls, ...troubles } = week.tally;
		for (const each of Object.values(troubles)) expect(each).toBeGreaterThan(10);
		const all = Object.values(compared(await lived()));
		const wrong = all.reduce((sum, { given, happened }) => sum + differences(given, happened), 0);
		const endedAtOnce = changed.endedAtOnce + breached.endedAtOnce + handedOff.endedAtOnce;
		const largest = Math.max(changed.largest, breached.largest, handedOff.largest);
		noteFigures('polling', {
			'Changes of incidents in a simulated week': changed.items.length,
			'Missed response times': breached.items.length,
			'On-call handoffs': handedOff.items.length,
			'Lost or given twice': wrong,
			Polls: polls,
			'Polls that failed for good': troubles.failedPolls,
			'Restarts of n8n': troubles.restarts,
			'… after a kill when a poll had found something': troubles.killedAtNews,
			'… between saving how far it read and storing its execution': troubles.killedBetween,
			"Executions that n8n's database did not store": troubles.notStored,
			'Executions that ended at the trigger, because an earlier one had it all': endedAtOnce,
			'Bursts of changes in one second': troubles.bursts,
			'Changes that showed up late': troubles.lateRows,
			'Most that n8n had to keep for a node': `${Math.ceil(largest / 1024)} KB`,
		});
	});
});
