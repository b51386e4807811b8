import type { Account } from '../account';
import { notFound } from '../errors';
import type { Override as Entry } from '../schedules/schedule';

export type Override = Omit<Entry, 'id'>;

/** @throws what the API would answer */
export function override(account: Account, scheduleId: string, shift: Override): void {
	const schedule = account.world.schedules.get(scheduleId);
	if (!schedule || !account.world.users.has(shift.userId)) throw notFound();
	schedule.overrides.push({ id: account.world.ids.incident(), ...shift });
	account.changed();
}
