import { type Shift, shiftsBetween } from '../schedules/shifts';
import type { Override, Schedule } from '../schedules/schedule';
import { timestamp, type World } from '../world/world';
import { policyReference, scheduleTag, teamReference, userReference } from './reference';

/** A stretch of time for which entries are rendered, in milliseconds since 1970. */
export interface Range {
	since: number;
	until: number;
	/** Whether shifts may reach beyond it. */
	overflow: boolean;
}

/** A schedule as it stands in lists. */
export const scheduleView = (world: World, schedule: Schedule) => ({
	...scheduleTag(schedule),
	name: schedule.name,
	description: schedule.description,
	time_zone: 'UTC',
	escalation_policies: schedule.levels.map(({ policyId }) => policyReference(world, policyId)),
	users: schedule.userIds.map((id) => userReference(world, id)),
	teams: schedule.teamIds.map((id) => teamReference(world, id)),
});

/** How far ahead the next shift of a user is looked for. */
const ahead = 180 * 86_400_000;

/** `{ next_oncall_for_user }`: the shift that a user has now or next; nothing where there is none, or no user is named. */
export function nextOnCall(world: World, schedule: Schedule, userId: string | undefined) {
	const now = world.clock.now().getTime();
	const next = userId && shiftsBetween(schedule, now, now + ahead).find((shift) => shift.userId === userId);
	if (!next) return {};
	const [start, end] = [next.start, next.end].map((time) => timestamp(new Date(time)));
	return { next_oncall_for_user: { start, end, user: userReference(world, next.userId) } };
}

/** An override, cut to the bounds where there are some. PagerDuty gives IDs with those only that can still be changed. */
export function overrideView(
	world: World,
	{ id, userId, start, end }: Override,
	{ withId, bounds }: { withId: boolean; bounds?: { from: number; to: number } },
) {
	const { from, to } = bounds ?? { from: -Infinity, to: Infinity };
	const cut = [Math.max(Date.parse(start), from), Math.min(Date.parse(end), to)] as const;
	const [first, last] = cut.map((time) => timestamp(new Date(time)));
	return { ...(withId ? { id } : {}), start: first, end: last, user: userReference(world, userId) };
}

/** One schedule on its own, with its layer; without a range no entries are rendered. */
export function scheduleDetail(world: World, schedule: Schedule, range: Range | undefined) {
	const entries = (of: Schedule) =>
		range
			? rendered(world, shiftsBetween(of, range.since, range.until), range)
			: { rendered_schedule_entries: [], rendered_coverage_percentage: null };
	const nobody = { ...schedule, userIds: [] };
	return {
		...scheduleView(world, schedule),
		schedule_layers: [
			{
				id: schedule.layerId,
				name: 'Layer 1',
				start: schedule.start,
				rotation_virtual_start: schedule.start,
				rotation_turn_length_seconds: schedule.turnSeconds,
				users: schedule.userIds.map((id) => ({ user: userReference(world, id) })),
				restrictions: schedule.hours
					? [
							{
								type: 'daily_restriction',
								start_time_of_day: `${String(schedule.hours.from).padStart(2, '0')}:00:00`,
								duration_seconds: (schedule.hours.to - schedule.hours.from) * 3600,
							},
						]
					: [],
				...entries({ ...schedule, overrides: [] }),
			},
		],
		overrides_subschedule: { name: 'Overrides', ...entries(nobody) },
		final_schedule: { name: 'Final Schedule', ...entries(schedule) },
	};
}

function rendered(world: World, shifts: Shift[], { since, until, overflow }: Range) {
	const touching = shifts.filter(({ start }) => start < until);
	const cut = touching.map(({ userId, start, end }) => ({
		userId,
		start: overflow ? start : Math.max(start, since),
		end: overflow ? end : Math.min(end, until),
	}));
	const covered = cut.reduce((sum, { start, end }) => sum + Math.min(end, until) - Math.max(start, since), 0);
	return {
		rendered_schedule_entries: cut.map(({ userId, start, end }) => ({
			start: timestamp(new Date(start)),
			end: timestamp(new Date(end)),
			user: userReference(world, userId),
		})),
		rendered_coverage_percentage: Math.round((1000 * covered) / (until - since)) / 10,
	};
}
