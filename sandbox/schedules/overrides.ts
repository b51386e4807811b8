import { invalidInput, notFound } from '../errors';
import { timestamp, type World } from '../world/world';
import type { Override, Schedule } from './schedule';

/** What is wrong with an override that is to be made, in the words that PagerDuty sends along; nothing is fine. */
export function faultsOf(world: World, { userId, start, end }: Omit<Override, 'id'>): string[] {
	const [from, to] = [Date.parse(start), Date.parse(end)];
	return [
		...(world.users.has(userId) ? [] : ['User not found']),
		...(to > from ? [] : ['Override must end after its start']),
		...(to > world.clock.now().getTime() ? [] : ['Override must not be in the past']),
	];
}

/**
 * Takes an override back: one that has not begun wholly, one that has begun from now on.
 *
 * @returns whether something of it stays
 * @throws 404 where there is none, 400 where it is over
 */
export function takeBack(world: World, schedule: Schedule, id: string): boolean {
	const override = schedule.overrides.find((one) => one.id === id);
	if (!override) throw notFound();
	const now = world.clock.now();
	if (Date.parse(override.end) <= now.getTime()) throw invalidInput('You cannot remove a past override');
	if (Date.parse(override.start) < now.getTime()) {
		override.end = timestamp(now);
		return true;
	}
	schedule.overrides = schedule.overrides.filter((one) => one !== override);
	return false;
}
