import { tryToParseDateTime } from 'n8n-workflow';

/** A moment as the clocks of a time zone show it. */
export interface LocalTime {
	/** `2026-10-25` */
	readonly day: string;
	/** 1 is Monday, 7 is Sunday. */
	readonly weekday: number;
	/** Minutes since the midnight that the clock shows, from 0 to 1439. */
	readonly minute: number;
}

/** Clocks of all time zones differ by whole quarters of an hour, and are put forward and back on them. */
const quarter = 900_000;
const minute = 60_000;
/** Shorter than any day, also one of 23 hours. */
const step = 6 * 3_600_000;

const twoDigits = (number: number) => String(number).padStart(2, '0');

/** The days and hours of a time zone. Moments are in milliseconds since 1970. */
export class Calendar {
	private readonly known = new Map<number, LocalTime>();

	/** @param zone a name of the IANA time zone list */
	constructor(readonly zone: string) {}

	at(moment: number): LocalTime {
		const start = Math.floor(moment / quarter);
		const local = this.known.get(start) ?? this.read(start * quarter);
		this.known.set(start, local);
		return { ...local, minute: local.minute + Math.floor((moment - start * quarter) / minute) };
	}

	private read(moment: number): LocalTime {
		const { year, month, day, weekday, hour, minute } = tryToParseDateTime(new Date(moment), this.zone);
		return { day: `${year}-${twoDigits(month)}-${twoDigits(day)}`, weekday, minute: hour * 60 + minute };
	}

	/** Every day that has a moment from `since` to before `until`. */
	days(since: number, until: number): string[] {
		const found = new Set<string>();
		for (let moment = since; moment < until; moment += step) found.add(this.at(moment).day);
		if (since < until) found.add(this.at(until - 1).day);
		return [...found];
	}

	/** `2026-10-25 14:30:07` */
	textOf(moment: number): string {
		const { day, minute } = this.at(moment);
		const seconds = Math.floor(moment / 1000) % 60;
		return `${day} ${[Math.floor(minute / 60), minute % 60, seconds].map(twoDigits).join(':')}`;
	}
}
