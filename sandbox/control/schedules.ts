import type { Account } from '../account';
import { notFound } from '../errors';
import type { Schedule } from '../schedules/schedule';

export type Override = Schedule['overrides'][number];

/** @throws what the API would answer */
export function override(account: Account, scheduleId: string, shift: Override): void {
	const schedule = account.world.schedules.get(scheduleId);
	if (!schedule || !account.world.users.has(shift.userId)) throw notFound();
	schedule.overrides.push(shift);
	account.changed();
}
