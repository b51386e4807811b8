import { durationText } from '../../incidentLog/times';

/** A number as English has it: `1,204`. */
export const numberText = (value: number): string => value.toLocaleString('en-US');

/** `1 incident`, `1,204 incidents` */
export const countText = (count: number, noun: string): string =>
	`${numberText(count)} ${noun}${count === 1 ? '' : 's'}`;

/** A duration, or a dash where there is none. */
export const secondsText = (seconds: number | null): string =>
	seconds === null ? '–' : durationText(seconds);

/** `97.5 %`, or a dash where there is nothing to take a share of. */
export const percentText = (percent: number | null): string => (percent === null ? '–' : `${percent} %`);

const months = [
	...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
	...['August', 'September', 'October', 'November', 'December'],
];

const partsOf = (day: string) => {
	const [year = '', month = '', date = ''] = day.split('-');
	return { year, month: months[Number(month) - 1] ?? month, date: String(Number(date)) };
};

/** `2026-10-25` as people write it: `25 October 2026`. */
export function dayText(day: string): string {
	const { year, month, date } = partsOf(day);
	return `${date} ${month} ${year}`;
}

/** From one day to another, both included: `1 to 31 October 2026`. */
export function daysText(first: string, last: string): string {
	const [from, to] = [partsOf(first), partsOf(last)];
	if (first === last) return dayText(first);
	if (from.year !== to.year) return `${dayText(first)} to ${dayText(last)}`;
	return `${from.date}${from.month === to.month ? '' : ` ${from.month}`} to ${dayText(last)}`;
}
