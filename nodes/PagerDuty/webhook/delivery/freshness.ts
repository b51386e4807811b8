import type { PagerDutyEvent } from './event';

const hour = 3_600_000;

/**
 * Milliseconds. PagerDuty tries each delivery for 48 hours. An event may have waited for as long behind an earlier one of
 * its incident, and a day is added for clocks that are wrong. An older event was captured and is replayed.
 */
const greatestAge = (2 * 48 + 24) * hour;

/**
 * Whether PagerDuty may still be trying to deliver an event.
 *
 * @returns `early` where either the clock of this server is slow, or the event would stay fresh for longer than it is
 * remembered. One that does not say when it occurred is `fresh`: losing it would be worse.
 */
export function freshnessOf({ occurredAt = Date.now() }: PagerDutyEvent): 'fresh' | 'stale' | 'early' {
	const age = Date.now() - occurredAt;
	if (age > greatestAge) return 'stale';
	return age < -greatestAge ? 'early' : 'fresh';
}
