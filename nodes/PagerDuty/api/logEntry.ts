import type { IDataObject } from 'n8n-workflow';

import { partOf } from './answer';

/** PagerDuty's type of a log entry without its ending: `acknowledge`. */
export const kindOfEntry = ({ type = 'unknown' }: IDataObject): string =>
	String(type).replace(/_log_entry(_reference)?$/, '');

/** The text of a note, or the one that somebody resolved with. It stands in the channel of its log entry, or beside it. */
export function noteIn(entry: IDataObject): string | undefined {
	const { summary, content } = partOf(entry, 'channel');
	const candidates = kindOfEntry(entry) === 'annotate' ? [entry.note, content, summary] : [entry.note];
	const text = candidates.find((each) => typeof each === 'string' && each.trim() !== '');
	return text === undefined ? undefined : String(text);
}

/** Seconds in which the first assignment belongs to the opening of an incident. */
const opening = 2;

/** Whether an assignment so many seconds after an incident was created hands it over, and is not the first one. */
export const isHandOver = (seconds: number): boolean => seconds > opening;
