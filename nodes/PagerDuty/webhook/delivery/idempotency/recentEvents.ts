import { createHash } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';

/** So many deliveries are written down for each node. With 1,000, n8n took a quarter longer for each event. */
const remembered = 300;

/** Characters of a fingerprint: 60 bits. */
const keyWidth = 10;

/** Characters of a time: milliseconds since 1970 in base 36, until the year 2059. */
const timeWidth = 8;

const width = timeWidth + keyWidth;

/** An event as it is told from all others, and when it occurred, in milliseconds since 1970. */
export interface Occurrence {
	readonly key: string;
	readonly occurredAt?: number;
}

/** IDs are kept as short fingerprints: n8n reads and writes all of them again with every event. */
export const fingerprint = (id: Buffer | string) =>
	createHash('sha256').update(id).digest('base64url').slice(0, keyWidth);

/** Whether the delivery of an event is written down in a node's static data. */
export function isRemembered(data: IDataObject, key: string): boolean {
	const text = writtenIn(data);
	let at = text.indexOf(key);
	while (at >= 0 && at % width !== timeWidth) at = text.indexOf(key, at + 1);
	return at >= 0;
}

/**
 * Whether an event may have been delivered although static data does not show it. What occurred first is forgotten first,
 * by PagerDuty's clock, so that no other clock matters.
 */
export function mayBeForgotten(data: IDataObject, { occurredAt }: Occurrence): boolean {
	const text = writtenIn(data);
	const isFull = text.length >= width * remembered;
	return isFull && timeOf(occurredAt) <= text.slice(0, timeWidth);
}

/** The deliveries that n8n has stored executions for, as one process knows them, for the time after it and for the others. */
export class RecentEvents {
	/**
	 * Entries one after another, in the order in which the events occurred. One string: n8n watches every element of a list
	 * for changes, which takes longer than all else that we do.
	 */
	private text = '';

	/** Writes a delivery down, and with it what this process knows: another request may have written in between. */
	write(data: IDataObject, { key, occurredAt }: Occurrence): void {
		const entries = [writtenIn(data), this.text, timeOf(occurredAt) + key].flatMap(entriesIn);
		this.text = [...new Set(entries)].sort().slice(-remembered).join('');
		data.delivered = this.text;
	}
}

/** What does not say when it occurred counts as the oldest. */
const timeOf = (occurredAt = 0): string => Math.max(0, occurredAt).toString(36).padStart(timeWidth, '0');

const entriesIn = (text: string): string[] => text.match(new RegExp(`.{${width}}`, 'g')) ?? [];

const writtenIn = ({ delivered }: IDataObject): string =>
	typeof delivered === 'string' && delivered.length % width === 0 ? delivered : '';
