import '../../support/waits';

import type { INodeParameters } from 'n8n-workflow';

import { processedData } from '../../support/processedData';
import { deaths } from '../../support/pollingWorkflow';
import { account, minute, polling } from './pollingAtSandbox';

/** All rotations of the sandbox change hands at midnight or at noon. */
const evening = new Date('2026-03-02T17:00:00Z');
const hour = 60 * minute;
beforeEach(() => account.start({ seed: 'empty', clock: { now: () => evening } }));
afterEach(account.close);

const sandbox = () => account.sandbox();
const rotation = () => {
	const found = sandbox()
		.schedules()
		.find(({ name }) => name === 'Storefront Rotation');
	if (!found) throw new Error('The rotation is gone.');
	return found.id;
};
const forms: Record<string, () => INodeParameters> = {
	incidentChanges: () => ({ events: ['incident.triggered'] }),
	slaBreach: () => ({ responseTimes: { rules: [{ appliesTo: 'all', acknowledgeWithin: 30 }] } }),
	onCallHandoff: () => ({ scheduleIds: [rotation()] }),
};
const watching = (source: string) => polling({ source, ...forms[source]?.() });
const cases = Object.keys(forms).flatMap((source) => deaths.map((death) => [source, death] as const));

/** An incident that nobody acknowledges, and a change of shifts. */
async function aDayPasses() {
	sandbox().trigger();
	await sandbox().advance(24 * hour);
}

describe('news that n8n was killed at', () => {
	it.each(cases)('(%s) are given once, also when %s', async (source, death) => {
		const workflow = watching(source);
		await workflow.activate();
		await aDayPasses();
		await workflow.pollAndDie(death);
		await aDayPasses();
		await workflow.activate('init');
		await workflow.poll();
		await workflow.activate('init');
		expect(new Set(workflow.items.map(({ id }) => id)).size).toBe(2);
		expect(workflow.items).toHaveLength(2);
	});

	it.each(Object.keys(forms))('(%s) are found through as many kills as there are', async (source) => {
		const workflow = watching(source);
		await workflow.activate();
		for (let kills = 0; kills < 4; kills++) {
			await aDayPasses();
			await workflow.pollAndDie('static data was saved');
			await workflow.activate('init').catch(() => {});
		}
		expect(new Set(workflow.items.map(({ id }) => id)).size).toBe(4);
		expect(workflow.items).toHaveLength(4);
	});

	it.each(deaths)('do not hide who left again meanwhile, when %s', async (death) => {
		const workflow = watching('onCallHandoff');
		await workflow.activate();
		const rachel = sandbox()
			.users()
			.find(({ name }) => name === 'Rachel Kim');
		// Entered late: the shift began before the last poll, so that no start of a shift shows it.
		const shift = { start: '2026-03-02T16:30:00Z', end: '2026-03-02T18:30:00Z' };
		sandbox().override(rotation(), { userId: rachel?.id ?? '', ...shift });
		await workflow.poll();
		await sandbox().advance(2 * hour);
		await workflow.pollAndDie(death);
		await sandbox().advance(minute);
		await workflow.activate('init');
		const came = workflow.items.map(
			({ data }) => Reflect.get(Object(data), 'came') as Array<{ name: string }>,
		);
		expect(came.flat().map(({ name }) => name)).toEqual(['Rachel Kim', 'Maya Lindqvist']);
	});
});

describe('news that were given', () => {
	it('are given out once more after a restart, and that execution ends at the trigger', async () => {
		const workflow = watching('incidentChanges');
		await workflow.activate();
		sandbox().trigger();
		await workflow.poll();
		await workflow.activate('init');
		await workflow.poll();
		expect(workflow).toMatchObject({ executions: [[{}]], endedAtOnce: 1 });
	});

	it('are not given out once more when the workflow was published anew before the restart', async () => {
		const workflow = watching('incidentChanges');
		await workflow.activate();
		sandbox().trigger();
		sandbox().resolve(sandbox().incidents()[0]?.id ?? '');
		await workflow.poll();
		workflow.setup.parameters = { events: ['incident.resolved'] };
		await workflow.activate('update');
		await workflow.activate('init');
		expect(workflow).toMatchObject({ executions: [[{}]], endedAtOnce: 0 });
	});

	it('stay unharmed where an upgrade finds the static data of a version that knew only how far it read', async () => {
		const workflow = watching('incidentChanges');
		await workflow.activate();
		sandbox().trigger();
		await workflow.poll();
		for (const data of Object.values(workflow.stored)) {
			delete data.again;
			delete data.givenBy;
		}
		sandbox().trigger();
		await workflow.activate('init');
		expect(workflow).toMatchObject({ executions: [[{}], [{}]], endedAtOnce: 0 });
	});

	it('run again when a person retries the execution', async () => {
		const workflow = watching('incidentChanges');
		await workflow.activate();
		sandbox().trigger();
		await workflow.poll();
		await workflow.retry(workflow.items);
		expect(workflow.executions).toEqual([[expect.anything()], [expect.anything()]]);
		expect(workflow.executions[1]).toEqual(workflow.executions[0]);
	});

	it('are remembered by the thousand at most, and all those that one restart can bring back', async () => {
		const workflow = watching('incidentChanges');
		await workflow.activate();
		await sandbox().advance(6 * 24 * hour);
		sandbox().addIncidents(6_000);
		await workflow.poll();
		await workflow.activate('init');
		expect(workflow.items).toHaveLength(6_000);
		expect(processedData.size(workflow.id, 'polling')).toBe(6_000);
		sandbox().trigger();
		await workflow.poll();
		expect(processedData.size(workflow.id, 'polling')).toBe(5_001);
	});
});

describe("while n8n's database fails", () => {
	const active = async () => {
		const workflow = watching('incidentChanges');
		await workflow.activate();
		sandbox().trigger();
		await workflow.poll();
		sandbox().trigger();
		return workflow;
	};

	it('news whose execution it did not store come with the next poll', async () => {
		const workflow = await active();
		await workflow.pollInVain();
		await workflow.pollInVain();
		await workflow.poll();
		await workflow.poll();
		expect(workflow).toMatchObject({ executions: [[{}], [{}]], endedAtOnce: 0 });
	});

	it('and with the first ones of a process, too', async () => {
		const workflow = watching('incidentChanges');
		await workflow.activate('init');
		sandbox().trigger();
		await workflow.pollInVain();
		await workflow.poll();
		expect(workflow).toMatchObject({ executions: [[{}]], endedAtOnce: 0 });
	});

	it('nothing runs that it cannot remember: the execution fails, and its items come with the next poll', async () => {
		const workflow = await active();
		processedData.fail(1);
		await expect(workflow.poll()).rejects.toMatchObject({
			message: "n8n's database could not record which items this execution handles",
			description: expect.stringContaining('The database is down'),
		});
		expect(workflow.executions).toHaveLength(1);
		await workflow.poll();
		expect(workflow.executions).toHaveLength(2);
	});
});
