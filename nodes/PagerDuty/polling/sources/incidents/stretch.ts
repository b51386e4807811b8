import type { IDataObject } from 'n8n-workflow';

import type { Checkpoint, Finding } from '../../batches/checkpoint';
import type { SourceContext } from '../source';
import { accountLog } from './logEntries';

/** How far the changes of incidents were read, and with which choice. */
export interface Progress extends Checkpoint {
	/** Set until all since a start in the past was read: nothing earlier is emitted. In milliseconds since 1970. */
	readonly start?: number;
	/** Which changes were chosen when it was read that far; undefined where an earlier version has read it. */
	readonly choice?: string;
	/** Where it is read once more from here on: the choice that changes up to a time (milliseconds) had to meet as well. */
	readonly earlier?: { readonly choice: string; readonly until: number };
}

/** Milliseconds that are read at once of a time in the past. Twice as many after each stretch in which nothing happened. */
export const firstStretch = 86_400_000;

/** Changes that one poll emits of a time in the past, but for those of the last one's second. */
const mostAtOnce = 1_000;

/**
 * Where the stretch that begins at a checkpoint ends, in milliseconds since 1970; undefined when it goes on until now. The
 * newest log entry tells how long that is, and no clock: a stretch that ended in the future would leave out what comes
 * until then.
 */
export async function stretchEnd(
	{ api }: SourceContext,
	{ start, since }: Progress,
	length: number,
	teamIds: readonly string[] | undefined,
): Promise<number | undefined> {
	if (start === undefined) return undefined;
	const [newest] = await accountLog(api, { teamIds, limit: 1 });
	return newest && since + length < timeOf(newest) ? since + length : undefined;
}

const timeOf = ({ created_at }: IDataObject) => Date.parse(String(created_at));

/** The moment up to which changes are emitted, where they are too many for one poll. */
export const cutAt = (fresh: readonly Finding[]): number | undefined =>
	fresh.length > mostAtOnce ? fresh[mostAtOnce - 1]?.at : undefined;
