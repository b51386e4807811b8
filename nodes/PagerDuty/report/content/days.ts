import type { Bar } from '../document';
import type { Figures } from '../figures';
import { countText, dayText, daysText } from './words';

/** Columns that can still be told apart. */
const mostColumns = 62;

/** Incidents by day; by as many days together as a long period needs to be seen at a glance. */
export function dayBars(days: Figures['by_day']): { title: string; bars: Bar[] } {
	const [week, month] = [7, 30];
	const together = days.length <= mostColumns ? 1 : days.length <= mostColumns * week ? week : month;
	const bars: Bar[] = [];
	for (let start = 0; start < days.length; start += together)
		bars.push(barOf(days.slice(start, start + together)));
	return { title: together === 1 ? 'Incidents by Day' : `Incidents by ${together} Days`, bars };
}

function barOf(days: Figures['by_day']): Bar {
	const value = days.reduce((sum, { incident_count: count }) => sum + count, 0);
	const [first, last] = [days[0]?.day ?? '', days.at(-1)?.day ?? ''];
	const label = first === last ? dayText(first) : daysText(first, last);
	return { label, value, shown: countText(value, 'incident') };
}
