import type { Account } from '../account';
import { alreadyResolved } from '../errors';
import type { Agent, Incident } from '../world/entities';
import { timestamp } from '../world/world';
import { acknowledge, unacknowledge } from './changeStatus';
import { stepOf } from './step';

/** What PagerDuty will do to an incident by itself. */
export const pendingActions = ({ snoozedUntil }: Incident) =>
	snoozedUntil === undefined ? [] : [{ type: 'unacknowledge', at: snoozedUntil }];

/**
 * Silences an incident: whoever snoozes it acknowledges it, and when the time is over it triggers again.
 * @throws 1001 where it is resolved
 */
export function snooze(account: Account, incident: Incident, agent: Agent, seconds: number): void {
	const { world, publisher, clock } = account;
	if (incident.status === 'resolved') throw alreadyResolved();
	const step = stepOf(world, incident, agent, publisher.incident.bind(publisher));
	if (incident.status === 'triggered') acknowledge(step);
	incident.snoozedUntil = timestamp(new Date(clock.now().getTime() + seconds * 1_000));
	incident.updatedAt = step.at;
	step.log('snooze', { changedActions: pendingActions(incident) });
	awaitEnd(account, incident);
}

/** Sees to it that a snoozed incident triggers again when its time has come, on the wall or on the sandbox clock. */
export function awaitEnd(account: Account, { snoozedUntil }: Incident): void {
	if (snoozedUntil === undefined) return;
	const left = Math.max(0, Date.parse(snoozedUntil) - account.clock.now().getTime());
	void account.pauses.pause(left).then(() => wakeSnoozed(account));
}

/** Triggers again what was snoozed for long enough. */
function wakeSnoozed(account: Account): void {
	const { world, clock, publisher } = account;
	const now = clock.now().getTime();
	const due = [...world.incidents.values()].filter(
		({ snoozedUntil }) => snoozedUntil !== undefined && Date.parse(snoozedUntil) <= now,
	);
	for (const incident of due) {
		const agent: Agent = { type: 'service', id: incident.serviceId };
		unacknowledge(stepOf(world, incident, agent, publisher.incident.bind(publisher)));
		delete incident.snoozedUntil;
		incident.updatedAt = world.now();
	}
	if (due.length > 0) account.changed();
}
