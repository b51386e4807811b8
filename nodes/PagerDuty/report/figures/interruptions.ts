import type { Calendar } from './calendar';

/** When people work: minutes since midnight, and weekdays (1 is Monday). */
export interface OfficeHours {
	readonly start: number;
	readonly end: number;
	readonly weekdays: readonly number[];
}

/** How often somebody was interrupted, by the time of day. */
export interface InterruptionCounts {
	business: number;
	off: number;
	sleep: number;
}

/** A notification that interrupts somebody. In milliseconds since 1970. */
export interface Notified {
	readonly userId: string;
	readonly at: number;
}

/** By PagerDuty: from 10 pm to 8 am every day, as far as that is not in office hours. */
const sleep = { from: 22 * 60, to: 8 * 60 };
/** Messages about one incident that reach a person so soon after one another are one interruption. In milliseconds. */
const together = 60_000;

export const none = (): InterruptionCounts => ({ business: 0, off: 0, sleep: 0 });

export const sumOf = ({ business, off, sleep }: InterruptionCounts) => business + off + sleep;

/**
 * In or out of hours, as PagerDuty parts the day: business hours, by default 8 am to 6 pm from Monday to Friday; sleep hours
 * from 10 pm to 8 am; all other time is off hours. PagerDuty goes by the time zone of each user, this by that of the report.
 * Source: https://support.pagerduty.com/main/docs/operational-reviews
 */
export function whenOf(moment: number, calendar: Calendar, office: OfficeHours): keyof InterruptionCounts {
	const { weekday, minute } = calendar.at(moment);
	if (office.weekdays.includes(weekday) && minute >= office.start && minute < office.end) return 'business';
	return minute >= sleep.from || minute < sleep.to ? 'sleep' : 'off';
}

/**
 * The notifications that count as interruptions. PagerDuty counts "unique" ones and does not say when two are the same:
 * here those that tell one person of one incident within a minute are.
 *
 * @param notified of one incident, oldest first
 */
export function interruptionsIn(notified: readonly Notified[]): Notified[] {
	const last = new Map<string, number>();
	return notified.filter(({ userId, at }) => {
		if (at - (last.get(userId) ?? -Infinity) < together) return false;
		last.set(userId, at);
		return true;
	});
}
