import type { IDataObject, INodeParameters } from 'n8n-workflow';

import '../../support/waits';
import { byId, openDesk, type Desk } from '../../support/operations/desk';

describe('the timeline of an incident', () => {
	let desk: Desk;
	beforeAll(async () => {
		desk = await openDesk({ seed: 'empty' });
	});
	beforeEach(() => desk.sandbox.reset('empty'));
	afterAll(() => desk.sandbox.close());

	const timelineOf = async (id: string, more: INodeParameters = {}) =>
		(await desk.read('incident:getTimeline', { incidentId: byId(id), ...more }))[0] ?? {};
	const rows = (story: IDataObject) => story.timeline as IDataObject[];

	it('is read to its end, each entry once, oldest first', async () => {
		const { id } = desk.sandbox.trigger();
		for (let note = 1; note <= 450; note++) desk.sandbox.note(id, `note ${note}`);
		const story = await timelineOf(id);
		expect(rows(story).map(({ what }) => what)).toEqual([
			expect.stringContaining('opened the incident'),
			...Array.from({ length: 450 }, (_, index) => expect.stringContaining(`“note ${index + 1}”`) as string),
		]);
		expect(String(story.text).split('\n')).toHaveLength(3 + 451);
	});

	it('knows an incident that is still open, and whom it was handed to', async () => {
		const { id } = desk.sandbox.trigger();
		const user = desk.sandbox.users().at(-1);
		desk.sandbox.change(id, { assigneeIds: [user?.id ?? ''] });
		const story = await timelineOf(id);
		expect(story).toMatchObject({ seconds_to_first_ack: null, seconds_to_resolve: null });
		expect(rows(story).at(-1)?.what).toContain(`assigned the incident to ${user?.name}`);
		expect(story.text).toContain('never acknowledged, not resolved yet');
	});

	it('is found by the number of the incident, in the chosen time zone', async () => {
		const { number } = desk.sandbox.trigger();
		const story = await timelineOf(String(number), { options: { timeZone: 'Asia/Kolkata' } });
		expect(rows(story)[0]?.created_at).toMatch(/\+05:30$/);
		expect(story.text).toMatch(/\n- \d{4}-\d\d-\d\d \d\d:\d\d \+05:30 \(\+0 s\): /);
	});

	it('has the log entries themselves where Simplify is off', async () => {
		const { id } = desk.sandbox.trigger();
		expect(rows(await timelineOf(id))[0]).not.toHaveProperty('log_entry');
		const [entry] = desk.sandbox.log(id);
		expect(rows(await timelineOf(id, { simplify: false }))[0]).toMatchObject({
			log_entry: { id: entry?.id, self: expect.any(String) as string },
		});
	});

	it('is whole though trouble passes, and an error rather than half of it where it does not', async () => {
		const { id } = desk.sandbox.trigger();
		for (let note = 1; note <= 150; note++) desk.sandbox.note(id, `note ${note}`);
		const log = `/incidents/${id}/log_entries`;
		desk.sandbox.fail({ path: log, kind: 'status', status: 503 });
		desk.sandbox.fail({ path: log, kind: 'reset', skip: 1 });
		desk.sandbox.fail({ path: log, kind: 'status', status: 429, skip: 2, headers: { 'retry-after': '1' } });
		expect(rows(await timelineOf(id))).toHaveLength(151);
		const body = { error: { message: 'Access Denied', code: 2010, errors: [] } };
		desk.sandbox.fail({ path: log, kind: 'status', status: 403, skip: 1, times: 5, body });
		const { error, items } = await desk.run('incident:getTimeline', { incidentId: byId(id) });
		expect(error?.message).toBe('Access Denied');
		expect(items).toEqual([]);
	});

	it('is an error for an incident that does not exist', async () => {
		const { error } = await desk.run('incident:getTimeline', { incidentId: byId('QNOSUCHID12345') });
		expect(error?.message).toBe('Incident Not Found');
	});
});
