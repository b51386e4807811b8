import type { IDataObject } from 'n8n-workflow';

import { fingerprintWidth } from './fingerprint';

/**
 * Events remembered in static data for each node. n8n reads and writes all of them again with each event: with 1,000 it
 * took a quarter longer. With 100, what PagerDuty sent again in a flood was older than all of them: it was held back until
 * n8n's database knew it, and five kills interrupted 35 of 600 executions in place of 3.
 */
const capacity = 300;

/** Characters of a time: milliseconds since 1970 in base 36, until the year 2059. */
const timeWidth = 8;

/** Characters of an entry: a time, and a fingerprint. */
const width = timeWidth + fingerprintWidth;

/** What is remembered of an event. */
export interface Occurrence {
	/** Its fingerprint. */
	readonly key: string;
	/** Milliseconds since 1970. */
	readonly occurredAt?: number;
}

/** Whether static data shows that an event was taken. @param key its fingerprint */
export function isRemembered(data: IDataObject, key: string): boolean {
	const text = writtenIn(data);
	let at = text.indexOf(key);
	while (at >= 0 && at % width !== timeWidth) at = text.indexOf(key, at + 1);
	return at >= 0;
}

/**
 * Whether an event may have been taken although static data does not show it: what occurred first is forgotten first. The
 * times are PagerDuty's, so that no other clock matters.
 */
export function mayBeForgotten(data: IDataObject, { occurredAt }: Occurrence): boolean {
	const text = writtenIn(data);
	const isFull = text.length >= width * capacity;
	return isFull && timeOf(occurredAt) <= text.slice(0, timeWidth);
}

/** The last events that n8n stored executions for. Static data keeps them for other processes, and for after a restart. */
export class RecentEvents {
	/**
	 * All entries in one string, in the order in which the events occurred. In a list n8n would watch every element for
	 * changes, which takes longer than all else that is done for an event.
	 */
	private text = '';

	/** Adds an event, and all that this process knows: another request may have overwritten static data in between. */
	write(data: IDataObject, { key, occurredAt }: Occurrence): void {
		const entries = [writtenIn(data), this.text, timeOf(occurredAt) + key].flatMap(entriesIn);
		this.text = [...new Set(entries)].sort().slice(-capacity).join('');
		data.delivered = this.text;
	}
}

/** An event that does not say when it occurred counts as the oldest. */
const timeOf = (occurredAt = 0): string => Math.max(0, occurredAt).toString(36).padStart(timeWidth, '0');

function entriesIn(text: string): string[] {
	const entries: string[] = [];
	for (let at = 0; at < text.length; at += width) entries.push(text.slice(at, at + width));
	return entries;
}

const writtenIn = ({ delivered }: IDataObject): string =>
	typeof delivered === 'string' && delivered.length % width === 0 ? delivered : '';
