import type { World } from '../world/world';
import type { Schedule } from './schedule';
import { shiftsBetween } from './shifts';

/** Somebody on call on a level of an escalation policy. Who stands there directly has no schedule, no start and no end. */
export interface OnCall {
	policyId: string;
	level: number;
	userId: string;
	scheduleId: string | null;
	/** In milliseconds since 1970. */
	start: number | null;
	end: number | null;
}

/** Everybody who is on call at some time between two moments, by policy, level and time. */
export function onCallsBetween(world: World, since: number, until: number): OnCall[] {
	return [...world.policies.values()].flatMap(({ id: policyId, rules }) =>
		rules.flatMap(({ userIds }, index): OnCall[] => {
			const level = index + 1;
			const always = { scheduleId: null, start: null, end: null };
			return [
				...userIds.map((userId) => ({ policyId, level, userId, ...always })),
				...schedulesOn(world, policyId, level).flatMap((schedule) =>
					shiftsBetween(schedule, since, until).map((shift) => ({
						policyId,
						level,
						scheduleId: schedule.id,
						...shift,
					})),
				),
			];
		}),
	);
}

/** The schedules that stand on a level of an escalation policy. */
export const schedulesOn = (world: World, policyId: string, level: number): Schedule[] =>
	[...world.schedules.values()].filter(({ levels }) =>
		levels.some((one) => one.policyId === policyId && one.level === level),
	);
