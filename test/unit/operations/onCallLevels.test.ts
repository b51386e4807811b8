import type { IDataObject } from 'n8n-workflow';

import { levelsOf } from '../../../nodes/PagerDuty/operations/onCall/current/levels';
import { shiftsIn } from '../../../nodes/PagerDuty/operations/onCall/current/scheduleAlone';

const policy = (id: string, ...delays: number[]) => ({
	id,
	type: 'escalation_policy',
	summary: `Policy ${id}`,
	escalation_rules: delays.map((minutes) => ({ escalation_delay_in_minutes: minutes })),
});
const storefront = policy('P1', 15, 30);

/** Somebody on call; times are days of one month, none for who stands there for good. */
const row = (name: string, level: number, shift: [string?, string?] = [], schedule = 'S1'): IDataObject => {
	const [start, end] = shift.map((day) => `2026-03-${day}T08:00:00Z`);
	return {
		user: { id: name, summary: name },
		escalation_policy: storefront,
		escalation_level: level,
		...(start === undefined ? {} : { schedule: { id: schedule } }),
		start: start ?? null,
		end: end ?? null,
	};
};
const names = (shifts: unknown) => (shifts as IDataObject[]).map(({ user }) => (user as IDataObject).id);
const told = (levels: IDataObject[]) =>
	levels.map((level) => [level.escalation_level, names(level.on_call), level.until, names(level.next)]);

describe('Who is on call, level by level', () => {
	it('is said for every level of a policy, also for one that has nobody', () => {
		const maya = row('Maya', 1);
		const levels = levelsOf({ policies: [storefront], now: [maya], ahead: [maya] });
		expect(told(levels)).toEqual([
			[1, ['Maya'], null, []],
			[2, [], null, []],
		]);
		expect(levels.map((level) => level.escalates_after_minutes)).toEqual([15, 30]);
		expect(levels[0]?.escalation_policy).toEqual({
			id: 'P1',
			type: 'escalation_policy_reference',
			summary: 'Policy P1',
			html_url: null,
		});
	});

	it('ends with the first shift that does, and goes on with the next one of each schedule', () => {
		const now = [row('Maya', 1, ['01', '03']), row('Ana', 1, ['01', '02'], 'S2'), row('Rachel', 1)];
		const ahead = [
			row('Priya', 1, ['05', '07']),
			row('Tomás', 1, ['03', '05']),
			row('Bo', 1, ['09', '10'], 'S2'),
			...now,
		];
		const [first] = levelsOf({ policies: [storefront], now, ahead });
		expect(told([first ?? {}])).toEqual([
			[1, ['Maya', 'Ana', 'Rachel'], '2026-03-02T08:00:00Z', ['Tomás', 'Bo']],
		]);
	});

	it('may go on with the same person after a break', () => {
		const now = [row('Maya', 1, ['01', '02'])];
		const ahead = [...now, row('Maya', 1, ['03', '04']), row('Ana', 1, ['05', '06'])];
		const [first] = levelsOf({ policies: [storefront], now, ahead });
		expect(first?.next).toMatchObject([{ user: { id: 'Maya' }, start: '2026-03-03T08:00:00Z' }]);
	});

	it('has only the levels with somebody where no policy is asked about, in their order', () => {
		const later = { ...row('Maya', 1, ['04', '05']), escalation_policy: policy('P2', 5) };
		const levels = levelsOf({ policies: [], now: [row('Maya', 2)], ahead: [later, row('Maya', 2)] });
		expect(told(levels)).toEqual([
			[2, ['Maya'], null, []],
			[1, [], null, ['Maya']],
		]);
		expect(levels.map((level) => level.escalates_after_minutes)).toEqual([30, 5]);
	});

	it('is nothing where nobody is on call for nothing', () => {
		expect(levelsOf({ policies: [], now: [], ahead: [] })).toEqual([]);
	});

	it('comes from the shifts of a schedule that no policy uses', () => {
		const entry = (name: string, start: string, end: string) => ({ user: { id: name }, start, end });
		const schedule = {
			id: 'S1',
			summary: 'Lone',
			final_schedule: {
				rendered_schedule_entries: [
					entry('Maya', '2026-03-01T08:00:00Z', '2026-03-02T08:00:00Z'),
					entry('Ana', '2026-03-02T08:00:00Z', '2026-03-03T08:00:00Z'),
				],
			},
		};
		const shifts = shiftsIn(schedule, Date.parse('2026-03-01T12:00:00Z'));
		const levels = levelsOf({ policies: [], ...shifts });
		expect(told(levels)).toEqual([[null, ['Maya'], '2026-03-02T08:00:00Z', ['Ana']]]);
		expect(levels[0]).toMatchObject({ escalation_policy: null, escalates_after_minutes: null });
	});
});
