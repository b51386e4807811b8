import { Calendar } from '../../../nodes/PagerDuty/report/figures/calendar';
import { whenOf } from '../../../nodes/PagerDuty/report/figures/interruptions';
import { rangeOf } from '../../../nodes/PagerDuty/operations/report/period';

const at = (text: string) => Date.parse(text);
const office = { start: 8 * 60, end: 18 * 60, weekdays: [1, 2, 3, 4, 5] };
const iso = ({ since, until }: { since: number; until: number }) =>
	[since, until].map((moment) => new Date(moment).toISOString());

describe('a calendar', () => {
	it.each([
		['UTC', '2026-10-25T00:30:59Z', '2026-10-25 00:30:59'],
		['Europe/Berlin', '2026-10-25T00:30:00Z', '2026-10-25 02:30:00'],
		['Europe/Berlin', '2026-10-25T01:30:00Z', '2026-10-25 02:30:00'],
		['Asia/Kathmandu', '2026-10-25T18:20:00Z', '2026-10-26 00:05:00'],
		['Australia/Lord_Howe', '2026-10-03T15:00:00Z', '2026-10-04 01:30:00'],
		['Australia/Lord_Howe', '2026-10-03T15:30:00Z', '2026-10-04 02:30:00'],
		['America/St_Johns', '2026-03-08T05:29:00Z', '2026-03-08 01:59:00'],
	])('knows what the clocks in %s show at %s', (zone, moment, shown) => {
		expect(new Calendar(zone).textOf(at(moment))).toBe(shown);
	});

	it('counts a day of 25 hours once, and one of 23', () => {
		const calendar = new Calendar('Europe/Berlin');
		expect(calendar.days(at('2026-10-23T22:00:00Z'), at('2026-10-26T23:00:00Z'))).toEqual(
			['24', '25', '26'].map((day) => `2026-10-${day}`),
		);
		expect(calendar.days(at('2026-03-27T23:00:00Z'), at('2026-03-29T22:00:00Z'))).toEqual([
			'2026-03-28',
			'2026-03-29',
		]);
	});

	it('has no days where there is no time', () => {
		expect(new Calendar('UTC').days(5, 5)).toEqual([]);
	});

	it.each([
		['2026-10-23T05:59:00Z', 'sleep'],
		['2026-10-23T06:00:00Z', 'business'],
		['2026-10-23T15:59:59Z', 'business'],
		['2026-10-23T16:00:00Z', 'off'],
		['2026-10-23T20:00:00Z', 'sleep'],
		['2026-10-24T10:00:00Z', 'off'],
		['2026-10-26T07:00:00Z', 'business'],
		['2026-10-26T06:59:00Z', 'sleep'],
	])('parts the day as PagerDuty does, also after the clocks were changed: %s is %s', (moment, when) => {
		expect(whenOf(at(moment), new Calendar('Europe/Berlin'), office)).toBe(when);
	});
});

describe('a period', () => {
	const now = at('2026-11-01T04:30:00Z');

	it.each([
		['lastMonth', 'Europe/Berlin', '2026-09-30T22:00:00.000Z', '2026-10-31T23:00:00.000Z'],
		['lastMonth', 'America/New_York', '2026-10-01T04:00:00.000Z', '2026-11-01T04:00:00.000Z'],
		['lastMonth', 'America/Los_Angeles', '2026-09-01T07:00:00.000Z', '2026-10-01T07:00:00.000Z'],
		['lastWeek', 'UTC', '2026-10-19T00:00:00.000Z', '2026-10-26T00:00:00.000Z'],
		['last7Days', 'Europe/Berlin', '2026-10-24T22:00:00.000Z', '2026-10-31T23:00:00.000Z'],
		['last30Days', 'UTC', '2026-10-02T00:00:00.000Z', '2026-11-01T00:00:00.000Z'],
		['yesterday', 'Europe/Berlin', '2026-10-30T23:00:00.000Z', '2026-10-31T23:00:00.000Z'],
		['thisMonth', 'UTC', '2026-11-01T00:00:00.000Z', '2026-11-01T04:30:00.000Z'],
	])('%s begins and ends by the days of %s', (period, zone, since, until) => {
		expect(iso(rangeOf({ period }, zone, now))).toEqual([since, until]);
	});
});
