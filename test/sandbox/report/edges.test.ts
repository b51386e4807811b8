import { deskForTests } from '../../support/operations/desk';
import { reportAt } from './reportAt';

const minute = 60_000;
const start = Date.UTC(2026, 9, 12, 9);
const at = (minutes: number) => new Date(start + minutes * minute).toISOString().replace('.000Z', 'Z');
const dayLong = 1440 * minute;

describe('a report', () => {
	const desk = deskForTests('empty');
	const limits = { rules: [{ appliesTo: 'all', acknowledgeWithin: 10, resolveWithin: 60 }] };
	const user = () => desk.sandbox.users()[0]?.id ?? '';
	const report = async (more = {}) => await reportAt(desk, start, start + dayLong, more);

	it('of a period without incidents says so', async () => {
		desk.sandbox.addIncidents(1, { createdAt: at(-1) });
		const { items } = await desk.run('report:incidents', {
			period: 'custom',
			since: at(0),
			until: at(1440),
			responseTimes: limits,
		});
		expect(items[0]?.json).toMatchObject({
			incident_count: 0,
			mean_seconds_to_first_ack: null,
			p90_seconds_to_resolve: null,
			by_service: [],
			response_times: [{ incident_count: 0, acknowledge: { met_percent: null } }],
		});
		const html = Buffer.from(items[0]?.binary?.html?.data ?? '', 'base64').toString();
		expect(html).toContain('There were no incidents in this period.');
		expect(desk.newRequests()).toEqual(['GET /incidents']);
	});

	it('counts what was created at its beginning, and not what was created at its end', async () => {
		for (const minutes of [0, 1439, 1440]) desk.sandbox.addIncidents(1, { createdAt: at(minutes) });
		expect(await report()).toMatchObject({ incident_count: 2 });
	});

	it('knows what became of its incidents after the period', async () => {
		const [userId, later] = [user(), 3 * 1440];
		desk.sandbox.addIncidents(1, {
			createdAt: at(1430),
			status: 'resolved',
			resolvedAt: at(later),
			past: [
				{ kind: 'acknowledge', at: at(later - 10), userId },
				{ kind: 'resolve', at: at(later), userId },
			],
		});
		expect(await report()).toMatchObject({
			mean_seconds_to_first_ack: (later - 10 - 1430) * 60,
			mean_seconds_to_resolve: (later - 1430) * 60,
			responders: [{ user: { id: userId }, acknowledged_count: 1, resolved_count: 1 }],
		});
	});

	it('starts the response times of a reopened incident over, and takes its last resolution for the time to resolve', async () => {
		const userId = user();
		desk.sandbox.addIncidents(1, {
			createdAt: at(0),
			status: 'resolved',
			resolvedAt: at(530),
			past: [
				{ kind: 'acknowledge', at: at(5), userId },
				{ kind: 'resolve', at: at(30), userId },
				{ kind: 'field_value_change', at: at(500), userId, changeset: ['Incident reopened'] },
				{ kind: 'acknowledge', at: at(520), userId },
				{ kind: 'resolve', at: at(530), userId },
			],
		});
		expect(await report({ responseTimes: limits })).toMatchObject({
			reopened_count: 1,
			mean_seconds_to_first_ack: 300,
			mean_seconds_to_resolve: 530 * 60,
			breaches: [{ missed: 'acknowledge', started_at: at(500), due_at: at(510), done_at: at(520) }],
		});
	});

	it('does not call open incidents late that still have time', async () => {
		const now = Math.floor(Date.now() / 1000) * 1000;
		desk.sandbox.addIncidents(1, { createdAt: new Date(now - 30 * minute).toISOString() });
		expect(await reportAt(desk, now - dayLong, now, { responseTimes: limits })).toMatchObject({
			response_times: [
				{
					acknowledge: { met_count: 0, missed_count: 1, pending_count: 0 },
					resolve: { met_count: 0, missed_count: 0, pending_count: 1, met_percent: null },
				},
			],
			breaches: [{ missed: 'acknowledge', done_at: null }],
		});
	});

	it('is about the services, urgencies and priorities that were chosen, and says so', async () => {
		const [first, second] = desk.sandbox.services();
		const [p1] = desk.sandbox.priorities();
		for (const serviceId of [first?.id, second?.id])
			for (const urgency of ['high', 'low'] as const)
				for (const priorityId of [p1?.id ?? null, null])
					desk.sandbox.addIncidents(1, { createdAt: at(1), serviceId, urgency, priorityId });
		const count = async (filters: object) => (await report({ filters })).incident_count;
		expect(await count({})).toBe(8);
		expect(await count({ serviceIds: [first?.id] })).toBe(4);
		expect(await count({ urgencies: ['low'] })).toBe(4);
		expect(await count({ priorityIds: [p1?.id] })).toBe(4);
		expect(await count({ serviceIds: [first?.id], urgencies: ['low'], priorityIds: [p1?.id] })).toBe(1);
	});

	it('has no more rows in its lists than were asked for, and counts all', async () => {
		desk.sandbox.addIncidents(30, (index) => ({ createdAt: at(index), title: `Problem ${index}` }));
		const short = await report({ rowsPerList: 3, responseTimes: limits });
		expect(short).toMatchObject({ incident_count: 30, breach_count: 60 });
		expect(short.noisiest_titles).toHaveLength(3);
		expect(short.breaches).toHaveLength(3);
	});

	it('refuses office hours that end before they begin', async () => {
		await expect(report({ options: { officeStart: '18:00', officeEnd: '08:00' } })).rejects.toMatchObject({
			message: '"Options > Office Hours End" must be later than Office Hours Start',
		});
	});
});
