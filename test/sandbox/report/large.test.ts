import type { PastEntry } from '../../../sandbox';
import { dice, pick, type Roll } from '../../support/dice';
import { noteFigures } from '../../support/figures';
import { openDesk, type Desk } from '../../support/operations/desk';
import { noRateLimit } from '../lists/history';
import { measured, peakOf } from '../lists/measured';
import { expectedReport } from './expectedReport';
import { comparable, reportAt } from './reportAt';

const count = 25_000;
const day = 86_400_000;
const iso = (moment: number) => new Date(moment).toISOString();

/** What most incidents are like: somebody is called, acknowledges and resolves; one of 500 is opened again. */
function ordinary(roll: Roll, created: number, users: readonly string[]) {
	const userId = pick(roll, users);
	const after = (minutes: number) => iso(created + minutes * 60_000);
	const [acknowledged, resolved] = [1 + roll(30), 40 + roll(3_000)];
	const past: PastEntry[] = [
		{ kind: 'notify', at: after(0), notified: { userId, way: pick(roll, ['push', 'email']) } },
		{ kind: 'notify', at: after(2), notified: { userId, way: 'phone' } },
		{ kind: 'acknowledge', at: after(acknowledged), userId },
		{ kind: 'resolve', at: after(resolved), userId },
	];
	if (roll(500) > 0) return { past, end: after(resolved) };
	const reopened = { kind: 'field_value_change', at: after(resolved + 5), userId } as const;
	const again = { kind: 'resolve', at: after(resolved + 90), userId } as const;
	past.push({ ...reopened, changeset: ['Incident reopened'] }, again);
	return { past, end: after(resolved + 90) };
}

describe(`A report over ${count} incidents of five months`, () => {
	let desk: Desk;
	const now = Math.floor(Date.now() / 1000) * 1000;
	const [since, until] = [now - 170 * day, now - 20 * day];
	beforeAll(async () => {
		desk = await openDesk({ seed: 'empty', settings: noRateLimit });
		const roll = dice(25_000);
		const users = desk.sandbox.users().map(({ id }) => id);
		desk.sandbox.addIncidents(count, (index) => {
			const created = since + Math.floor(((until - since) * index) / count / 1000) * 1000;
			const { past, end } = ordinary(roll, created, users);
			const urgency = index % 3 === 0 ? 'low' : 'high';
			return { createdAt: iso(created), status: 'resolved', resolvedAt: end, urgency, past };
		});
	}, 120_000);
	afterAll(() => desk.sandbox.close());

	const rules = [{ appliesTo: 'urgency', urgency: 'high', acknowledgeWithin: 25, resolveWithin: 0 }];
	const read = async () =>
		await reportAt(desk, since, until, {
			responseTimes: { rules },
			files: ['html', 'csv'],
			options: { timeZone: 'Europe/Berlin' },
		});

	it('is exact, in less than ten times the requests of listing them', async () => {
		const { cost: listing } = await measured(
			desk,
			async () =>
				await desk.read('incident:getAll', {
					returnAll: true,
					filters: { since: iso(since), until: iso(until) },
				}),
		);
		const { result: report, cost } = await measured(desk, read);
		const zone = 'Europe/Berlin';
		const limits = [
			{ appliesTo: ({ urgency }: { urgency: string }) => urgency === 'high', acknowledge: 25, resolve: 0 },
		];
		expect(comparable(report)).toMatchObject(
			expectedReport(desk.sandbox, { since, until, zone, limits, now }),
		);
		expect(report.incident_count).toBe(count);
		expect(cost.requests).toBeLessThan(10 * listing.requests);
		noteFigures('report', {
			'Incidents of the report': count,
			'Requests to list them': listing.requests,
			'Requests of the report': cost.requests,
			'Seconds of the report, with HTML and CSV': cost.seconds.toFixed(1),
		});
	}, 300_000);

	it('holds little of what it reads', async () => {
		const peak = await peakOf(read);
		noteFigures('report', { 'Heap that the report takes at most': `${peak.toFixed(0)} MB` });
		expect(peak).toBeLessThan(150);
	}, 300_000);
});
