import type { Schedule } from './schedule';

/** Somebody's time on call by a schedule, in milliseconds since 1970. */
export interface Shift {
	userId: string;
	start: number;
	end: number;
}

const day = 86_400_000;

/** Who is on call by a schedule at some time between two moments, overrides included; shifts are given whole, in order. */
export function shiftsBetween(schedule: Schedule, since: number, until: number): Shift[] {
	const overrides = schedule.overrides.map(({ userId, start, end }) => ({
		userId,
		start: Date.parse(start),
		end: Date.parse(end),
	}));
	return overrides
		.reduce(
			(shifts, over) => [...shifts.flatMap((shift) => without(shift, over)), over],
			turns(schedule, since, until),
		)
		.filter(({ start, end }) => start <= until && end > since)
		.sort((a, b) => a.start - b.start);
}

/** The turns of the rotation, cut to the hours of the day in which the schedule is manned. */
function turns({ start, turnSeconds, userIds, hours }: Schedule, since: number, until: number): Shift[] {
	if (userIds.length === 0) return [];
	const length = turnSeconds * 1000;
	const origin = Date.parse(start);
	const first = Math.floor((since - origin) / length);
	const last = Math.floor((until - origin) / length);
	return Array.from({ length: last - first + 1 }, (_, index) => first + index).flatMap((turn) => {
		const userId = userIds[((turn % userIds.length) + userIds.length) % userIds.length] ?? '';
		const whole = { userId, start: origin + turn * length, end: origin + (turn + 1) * length };
		return hours ? manned(whole, hours) : [whole];
	});
}

function manned({ userId, start, end }: Shift, hours: { from: number; to: number }): Shift[] {
	const firstDay = Math.floor(start / day) * day;
	return Array.from({ length: Math.ceil((end - firstDay) / day) }, (_, index) => {
		const midnight = firstDay + index * day;
		return {
			userId,
			start: Math.max(start, midnight + hours.from * 3_600_000),
			end: Math.min(end, midnight + hours.to * 3_600_000),
		};
	}).filter((shift) => shift.start < shift.end);
}

/** What an override leaves of a shift. */
const without = (shift: Shift, over: Shift): Shift[] =>
	[
		{ ...shift, end: Math.min(shift.end, over.start) },
		{ ...shift, start: Math.max(shift.start, over.end) },
	].filter(({ start, end }) => start < end);
