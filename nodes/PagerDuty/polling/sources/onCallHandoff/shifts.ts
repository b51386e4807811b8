import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../api/answer';
import { path } from '../../../api/path';
import type { Watched } from '../../form/onCall';
import { isTime, readableRows } from '../readableRows';
import { isoTime, type SourceContext } from '../source';

/** A time in which somebody is on call, in milliseconds since 1970. Open ends are infinite. */
export interface Shift {
	/** The ID of the schedule, or that of the policy and the level. */
	readonly group: string;
	readonly start: number;
	readonly end: number;
	readonly entry: IDataObject;
}

/**
 * The shifts of everybody who is on call now, or was since a moment (milliseconds since 1970) if one is given. What is
 * not given is PagerDuty's own now, so that our clock does not matter. Source: operationId listOnCalls
 *
 * @throws NodeApiError, NodeOperationError
 */
export async function shiftsSince(
	{ api }: SourceContext,
	watched: Watched,
	since?: number,
): Promise<Shift[]> {
	const query = {
		[`${watched.of}_ids[]`]: watched.ids,
		since: since === undefined ? undefined : isoTime(since),
		'include[]': ['users'],
	};
	const request = { method: 'GET', path: path`/oncalls`, query } as const;
	const shape = { list: 'oncalls', paging: 'offset' } as const;
	const entries = await readableRows(api, request, shape, (entry) => isReadable(watched, entry));
	return entries
		.filter(({ escalation_level }) => watched.level === 0 || escalation_level === watched.level)
		.map((entry) => ({
			group: groupOf(watched, entry),
			start: entry.start ? Date.parse(String(entry.start)) : -Infinity,
			end: entry.end ? Date.parse(String(entry.end)) : Infinity,
			entry,
		}));
}

const groupOf = ({ of }: Watched, entry: IDataObject): string => {
	const { id } = isObject(entry[of]) ? entry[of] : {};
	return of === 'schedule' ? String(id) : `${String(id)} ${String(entry.escalation_level)}`;
};

/** Whether an entry names its person and its place. Without them it would seem that nobody is on call. */
const isReadable = ({ of }: Watched, { [of]: place, user, start, end }: IDataObject) =>
	[place, user].every((object) => isObject(object) && typeof object.id === 'string') &&
	[start, end].every((time) => time === null || time === undefined || isTime(time));
