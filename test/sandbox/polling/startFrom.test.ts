import type { INodeParameters } from 'n8n-workflow';

import { deaths } from '../../support/pollingWorkflow';
import { account, minute, polling } from './pollingAtSandbox';

const hour = 60 * minute;
const day = 24 * hour;
/** PagerDuty's time. It stays in the past of this machine. */
const noon = new Date(Math.floor(Date.now() / day) * day - 100 * day + 12 * hour);
beforeEach(async () => {
	await account.start({ seed: 'empty', clock: { now: () => noon } });
});
afterEach(account.close);

const sandbox = () => account.sandbox();
const before = (ms: number) => new Date(noon.getTime() - ms).toISOString();
const past = (startTime: string, more: INodeParameters = {}) =>
	polling({ events: ['incident.triggered'], startFrom: 'past', startTime, ...more });
const titlesOf = (items: object[]) =>
	items.map((item) => Reflect.get(Object(Reflect.get(item, 'data')), 'title'));

/** One incident every so often, up to now. */
async function history(count: number, every: number) {
	for (let index = 0; index < count; index++) {
		sandbox().trigger({ title: `Incident ${index}` });
		await sandbox().advance(every);
	}
}
const numbers = (first: number, last: number) =>
	Array.from({ length: last - first + 1 }, (_, index) => `Incident ${first + index}`);

describe('a trigger that starts from a time in the past', () => {
	it('gives what happened since then once, oldest first, and then goes on', async () => {
		await history(6, hour);
		const since = before(3 * hour + minute - 6 * hour);
		const workflow = past(since);
		await workflow.activate();
		expect(workflow.items).toEqual([]);
		await workflow.poll();
		await workflow.poll();
		expect(titlesOf(workflow.items)).toEqual(numbers(3, 5));
		sandbox().trigger({ title: 'Incident 6' });
		await workflow.poll();
		await workflow.poll();
		expect(titlesOf(workflow.items)).toEqual(numbers(3, 6));
	});

	it('gives nothing from before that time, however short ago it is', async () => {
		await history(4, minute);
		const since = before(2 * minute + 30_000 - 4 * minute);
		const workflow = past(since);
		await workflow.activate();
		for (let polls = 0; polls < 4; polls++) {
			await workflow.poll();
			await sandbox().advance(5 * minute);
		}
		expect(titlesOf(workflow.items)).toEqual(numbers(2, 3));
	});

	it('gives long times in several executions, also after weeks in which nothing happened', async () => {
		await history(3, 8 * hour);
		await sandbox().advance(40 * day);
		sandbox().trigger({ title: 'Incident 3' });
		const workflow = past(before(hour));
		await workflow.activate();
		for (let polls = 0; polls < 6; polls++) await workflow.poll();
		expect(titlesOf(workflow.items)).toEqual(numbers(0, 3));
		expect(workflow.executions.length).toBeGreaterThan(1);
	});

	it('gives a burst in batches of about a thousand, in order', async () => {
		for (let index = 0; index < 2_300; index++) {
			sandbox().trigger({ title: `Incident ${index}` });
			if (index % 100 === 99) await sandbox().advance(1_000);
		}
		await sandbox().advance(hour);
		const workflow = past(before(hour));
		await workflow.activate();
		for (let polls = 0; polls < 6; polls++) await workflow.poll();
		expect(titlesOf(workflow.items)).toEqual(numbers(0, 2_299));
		expect(Math.max(...workflow.executions.map((items) => items.length))).toBeLessThanOrEqual(1_100);
	}, 60_000);

	it('finds changes of fields of incidents that are long resolved', async () => {
		const { id } = sandbox().trigger();
		await sandbox().advance(2 * day);
		sandbox().change(id, { title: 'Checkout is slow' });
		await sandbox().advance(2 * day);
		sandbox().resolve(id);
		await sandbox().advance(4 * day);
		sandbox().trigger();
		const workflow = past(before(hour), { events: ['incident.field_updated', 'incident.resolved'] });
		await workflow.activate();
		for (let polls = 0; polls < 8; polls++) await workflow.poll();
		expect(workflow.items.map(({ event_type }) => event_type)).toEqual([
			'incident.field_updated',
			'incident.resolved',
		]);
	});

	it.each(deaths)('loses nothing and repeats nothing through kills, when %s', async (death) => {
		await history(8, 9 * hour);
		const workflow = past(before(hour));
		await workflow.activate();
		for (let polls = 0; polls < 8; polls++) {
			await workflow.pollAndDie(death);
			await workflow.activate('init');
			await workflow.poll();
		}
		expect(titlesOf(workflow.items)).toEqual(numbers(0, 7));
	});

	it.each([429, 500, 503])('loses nothing through refused polls (%d)', async (status) => {
		await history(6, 9 * hour);
		const workflow = past(before(hour));
		await workflow.activate();
		for (let polls = 0; polls < 8; polls++) {
			sandbox().fail({
				path: '^/log_entries',
				kind: 'status',
				status,
				skip: polls % 3,
				headers: { 'ratelimit-reset': '0' },
			});
			await workflow.poll().catch(() => {});
		}
		expect(titlesOf(workflow.items)).toEqual(numbers(0, 5));
	});
});

describe('a start time', () => {
	it.each([
		['', /"Start Time" is empty/],
		['soon', /"Start Time" is not a date and time/],
		['05/10/2026', /leaves open which number is the day/],
		[new Date(Date.now() + 2 * day).toISOString(), /"Start Time" lies in the future/],
		[new Date(Date.now() - 181 * day).toISOString(), /"Start Time" lies more than 180 days back/],
	])('of "%s" is refused when the workflow is activated', async (startTime, message) => {
		await expect(past(startTime).activate()).rejects.toThrow(message);
	});

	it('counts once: a workflow that is published again later goes on where it was', async () => {
		await history(2, hour);
		const workflow = past(before(hour));
		await workflow.activate();
		await workflow.poll();
		workflow.setup.parameters.startTime = '2020-01-01T00:00:00Z';
		await workflow.activate('update');
		await workflow.poll();
		expect(titlesOf(workflow.items)).toEqual(numbers(0, 1));
	});
});
