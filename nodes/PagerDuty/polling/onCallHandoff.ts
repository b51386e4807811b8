import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { isObject } from '../api/answer';
import { shiftsSince, watchedBy, type Shift, type Watched } from './onCallEntries';
import { handoffItem, peopleOf, placeOf, type Person } from './onCallPeople';
import { pagerDutyTime, type Memory, type Source } from './source';

const shape = z.object({
	/** By PagerDuty's clock, in milliseconds since 1970. */
	since: z.number(),
	watched: z.array(z.string()),
	/** Who was on call at last, by group. */
	onCall: z.record(z.array(z.custom<Person>(isObject))),
	/** The schedule or policy of each group. */
	places: z.record(z.custom<IDataObject>(isObject)),
});
type State = z.output<typeof shape>;

const itemsAgain = z.object({ items: z.array(z.custom<IDataObject>(isObject)) });

/**
 * Who goes on call and who leaves, from the shifts since the last look: so what happened while nobody looked is found,
 * too, in its order. It is compared with who was on call at last, so that a change of the plan itself shows as well.
 * Looking once more from an earlier time would not show that again, so the last handoffs are kept as they are.
 */
export const onCallHandoff: Source = {
	scopes: ['oncalls.read'],

	async look(look, memory, again) {
		const watched = watchedBy(look.host);
		const before = shape.safeParse(memory).data;
		const begun = performance.now();
		const shifts = await shiftsSince(look, watched, before?.since);
		const now = pagerDutyTime(look, begun);
		const { items: fresh, memory: next } = handoffs(watched, shifts, now, before);
		const items = [...(itemsAgain.safeParse(again).data?.items ?? []), ...fresh];
		return { items, memory: next, again: { items } };
	},

	/** Everybody who is on call now, as if they had just come. */
	async samples(look) {
		const watched = watchedBy(look.host);
		const begun = performance.now();
		const shifts = await shiftsSince(look, watched);
		const now = pagerDutyTime(look, begun);
		const before = { since: now, watched: keysOf(watched), onCall: {}, places: {} };
		return handoffs(watched, shifts, now, before).items;
	},

	withoutSamples:
		'No one is on call there right now. If someone should be, check that what you chose exists in this account, that an escalation policy uses the schedule, and that the policy has this level.',
};

function handoffs(watched: Watched, shifts: Shift[], now: number, before: State | undefined) {
	const keys = keysOf(watched);
	const state: State = { since: Math.max(now, before?.since ?? now), watched: keys, onCall: {}, places: {} };
	const isWatched = (group: string) => watched.ids.includes(idOf(group));
	const groups = new Set([...shifts.map(({ group }) => group), ...Object.keys(before?.onCall ?? {})]);
	const items = [...groups].filter(isWatched).flatMap((group) => {
		const own = shifts.filter((shift) => shift.group === group);
		const place = own[0] ? placeOf(watched, own[0].entry) : (before?.places[group] ?? {});
		const isKnown = before?.watched.includes(keyOf(watched, idOf(group)));
		const steps = isKnown ? momentsOf(own, before?.since ?? now, now) : [now];
		const found: Array<{ at: number; item: IDataObject }> = [];
		let onCall: Person[] = before?.onCall[group] ?? [];
		for (const at of steps) {
			const people = peopleOf(own.filter(({ start, end }) => start <= at && at < end));
			if (isKnown && !sameIds(onCall, people))
				found.push({ at, item: handoffItem(group, place, at, onCall, people) });
			onCall = people;
		}
		state.onCall[group] = onCall;
		state.places[group] = place;
		return found;
	});
	return {
		items: items.sort((a, b) => a.at - b.at).map(({ item }) => item),
		memory: { ...state } as Memory,
	};
}

/** The moments at which somebody may have come or gone since the last look, and now. */
function momentsOf(shifts: Shift[], since: number, now: number): number[] {
	const moments = shifts.flatMap(({ start, end }) => [start, end]).filter((at) => since < at && at < now);
	return [...new Set(moments), now].sort((a, b) => a - b);
}

const sameIds = (some: Person[], others: Person[]) => idsOf(some) === idsOf(others);
const idsOf = (people: Person[]) =>
	people
		.map(({ id }) => id)
		.sort()
		.join();

const idOf = (group: string) => group.split(' ')[0] ?? '';

/** What was never watched in this way has nobody to compare with. */
const keyOf = ({ level }: Watched, id: string) => `${id} ${level}`;
const keysOf = (watched: Watched) => watched.ids.map((id) => keyOf(watched, id));
