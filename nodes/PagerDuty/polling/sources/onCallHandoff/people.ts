import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../api/answer';
import type { Watched } from '../../form/onCall';
import { isoTime } from '../source';
import type { Shift } from './shifts';

/** Somebody who is on call, with the start and end of the shift. */
export type Person = IDataObject & { id: string };

/** The people of some shifts, each once, however many policies they are on call for. */
export function peopleOf(shifts: readonly Shift[]): Person[] {
	const people = shifts.flatMap(({ entry }) => {
		const { id, name, summary, email, html_url } = isObject(entry.user) ? entry.user : {};
		const { start = null, end = null } = entry;
		return id ? [{ id: String(id), name: name ?? summary, email, html_url, start, end }] : [];
	});
	return [...new Map(people.map((person) => [person.id, person])).values()];
}

/** The schedule or level that an entry belongs to, as items name it. */
export function placeOf({ of }: Watched, entry: IDataObject): IDataObject {
	const { id, summary, html_url } = isObject(entry[of]) ? entry[of] : {};
	const place = { [of]: { id, summary, html_url } };
	return of === 'schedule' ? place : { ...place, escalation_level: entry.escalation_level };
}

/** A handoff at a moment in milliseconds since 1970. When `on_call` is empty, nobody is on call. */
export function handoffItem(
	group: string,
	place: IDataObject,
	at: number,
	before: readonly Person[],
	after: readonly Person[],
): IDataObject {
	const without = (people: readonly Person[], others: readonly Person[]) =>
		people.filter(({ id }) => !others.some((other) => other.id === id));
	return {
		id: `${group} ${isoTime(at)}`,
		event_type: 'oncall.handoff',
		resource_type: 'oncall',
		occurred_at: isoTime(at),
		data: { ...place, left: without(before, after), came: without(after, before), on_call: [...after] },
	};
}
