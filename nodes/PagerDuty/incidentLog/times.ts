/** `2026-01-31T14:30:00Z` as people read it: `2026-01-31 14:30 UTC`. The time zone stays the one that PagerDuty wrote. */
export const momentText = (time: unknown): string =>
	String(time ?? '?').replace(
		/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::[\d.]+)?(Z|[+-]\d\d:\d\d)?$/,
		(_, date: string, clock: string, zone?: string) =>
			`${date} ${clock}${zone === undefined ? '' : zone === 'Z' ? ' UTC' : ` ${zone}`}`,
	);

/** A duration in its two largest units: `45 s`, `12 min`, `3 h 5 min`, `2 d 4 h`. */
export function durationText(seconds: number): string {
	const minutes = Math.floor(seconds / 60);
	const hours = Math.floor(minutes / 60);
	const days = Math.floor(hours / 24);
	const pair = (large: string, small: number, unit: string) =>
		small > 0 ? `${large} ${small} ${unit}` : large;
	if (days > 0) return pair(`${days} d`, hours % 24, 'h');
	if (hours > 0) return pair(`${hours} h`, minutes % 60, 'min');
	return minutes > 0 ? `${minutes} min` : `${Math.max(0, Math.round(seconds))} s`;
}

/** Seconds from one of PagerDuty's times to another, null where one of them is none. */
export function secondsBetween(from: unknown, to: unknown): number | null {
	const seconds = (Date.parse(String(to)) - Date.parse(String(from))) / 1000;
	return Number.isNaN(seconds) ? null : seconds;
}
