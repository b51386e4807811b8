import type { INodeParameters } from 'n8n-workflow';

import type { Sandbox } from '../../../sandbox';
import { dice, pick } from '../../support/dice';
import { deskForTests } from '../../support/operations/desk';
import type { Limit } from './expected';
import { expectedReport } from './expectedReport';
import { life } from './history';
import { comparable, reportAt } from './reportAt';

const day = 86_400_000;
const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'UTC'];

/** The limits of the form below, in its order. */
const limitsOf = (sandbox: Sandbox): { limits: Limit[]; rules: INodeParameters[] } => {
	const [first] = sandbox.priorities();
	return {
		limits: [
			{ appliesTo: ({ priorityId }) => priorityId === first?.id, acknowledge: 5, resolve: 60 },
			{ appliesTo: ({ urgency }) => urgency === 'high', acknowledge: 15, resolve: 0 },
			{ appliesTo: () => true, acknowledge: 0, resolve: 600 },
		],
		rules: [
			{ appliesTo: 'priority', priorityIds: [first?.id ?? ''], acknowledgeWithin: 5, resolveWithin: 60 },
			{ appliesTo: 'urgency', urgency: 'high', acknowledgeWithin: 15, resolveWithin: 0 },
			{ appliesTo: 'all', acknowledgeWithin: 0, resolveWithin: 600 },
		],
	};
};

describe('the figures of a report', () => {
	const desk = deskForTests();

	it.each(Array.from({ length: 12 }, (_, seed) => seed + 1))(
		'are those that its incidents and their logs have, history %d',
		async (seed) => {
			const roll = dice(seed);
			const { sandbox } = desk;
			const now = Math.floor(Date.now() / 1000) * 1000;
			// The end of the period lies among the lives of incidents, or after all of them.
			const until = now - roll(3) * 5 * day;
			const [since, begin] = [until - 20 * day, until - 30 * day];
			sandbox.addIncidents(20 + roll(120), () =>
				life(roll, { sandbox, since: begin, until: now - day, now }),
			);
			const zone = pick(roll, zones);
			const { limits, rules } = limitsOf(sandbox);

			const report = await reportAt(desk, since, until, {
				responseTimes: { rules },
				options: { timeZone: zone },
			});

			const created = Date.parse(String(report.created_at));
			const expected = expectedReport(sandbox, { since, until, zone, limits, now: created });
			expect(expected.incident_count).toBeGreaterThan(5);
			expect(comparable(report)).toMatchObject(expected);
			expect(report.breach_count).toBe((expected.breaches as string[]).length);
		},
	);
});
