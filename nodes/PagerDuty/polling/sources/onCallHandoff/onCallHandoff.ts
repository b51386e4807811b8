import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { isObject } from '../../../api/answer';
import type { State } from '../../batches/savedState';
import { watchedOf, type Watched } from '../../form/onCall';
import { pagerDutyTime, type Source } from '../source';
import { handoffItem, peopleOf, placeOf, type Person } from './people';
import { shiftsSince, type Shift } from './shifts';

const shape = z.object({
	/** By PagerDuty's clock, in milliseconds since 1970. */
	since: z.number(),
	watched: z.array(z.string()),
	/** Who was on call at the last poll, by group. */
	onCall: z.record(z.array(z.custom<Person>(isObject))),
	/** The schedule or policy of each group. */
	places: z.record(z.custom<IDataObject>(isObject)),
});
type Known = z.output<typeof shape>;

const replayShape = z.object({ items: z.array(z.custom<IDataObject>(isObject)) });

/**
 * Who goes on call and who leaves, from the shifts since the last poll: so handoffs between two polls are found, too,
 * in their order. They are compared with who was on call at the last poll, so that a change of the schedule itself shows
 * as well. Reading once more from an earlier time would not show that again, so `replay` holds the items themselves.
 */
export const onCallHandoff: Source = {
	scopes: ['oncalls.read'],

	async read(context, saved, replay) {
		const watched = watchedOf(context.form);
		const before = shape.safeParse(saved).data;
		const begun = performance.now();
		const shifts = await shiftsSince(context, watched, before?.since);
		const now = pagerDutyTime(context, begun);
		const { items: fresh, state } = handoffs(watched, shifts, now, before);
		const items = [...(replayShape.safeParse(replay).data?.items ?? []), ...fresh];
		return { items, state, replay: { items } };
	},

	/** Everybody who is on call now, as if they had just come. */
	async samples(context) {
		const watched = watchedOf(context.form);
		const begun = performance.now();
		const shifts = await shiftsSince(context, watched);
		const now = pagerDutyTime(context, begun);
		const before = { since: now, watched: keysOf(watched), onCall: {}, places: {} };
		return handoffs(watched, shifts, now, before).items;
	},

	withoutSamples:
		'No one is on call there right now. If someone should be, check that what you chose exists in this account, that an escalation policy uses the schedule, and that the policy has this level.',
};

function handoffs(watched: Watched, shifts: Shift[], now: number, before: Known | undefined) {
	const keys = keysOf(watched);
	const known: Known = { since: Math.max(now, before?.since ?? now), watched: keys, onCall: {}, places: {} };
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
		known.onCall[group] = onCall;
		known.places[group] = place;
		return found;
	});
	return {
		items: items.sort((a, b) => a.at - b.at).map(({ item }) => item),
		state: { ...known } as State,
	};
}

/** The moments at which somebody may have come or gone since the last poll, and now. */
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

/** A schedule or policy together with the level. What was not watched at this level has nobody to compare with. */
const keyOf = ({ level }: Watched, id: string) => `${id} ${level}`;
const keysOf = (watched: Watched) => watched.ids.map((id) => keyOf(watched, id));
