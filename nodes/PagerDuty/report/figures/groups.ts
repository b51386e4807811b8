import type { Named } from './history';
import type { IncidentFigures } from './incident';
import { Tally, type Totals } from './tally';

/** What of the totals each group has: groups are many, and an agent reads them all. */
const kept = [
	...(['incident_count', 'mean_seconds_to_first_ack', 'p50_seconds_to_first_ack'] as const),
	...(['p90_seconds_to_first_ack', 'mean_seconds_to_resolve', 'p50_seconds_to_resolve'] as const),
	...(['p90_seconds_to_resolve', 'total_interruptions'] as const),
];

/** The totals of a group. */
export type GroupTotals = Pick<Totals, (typeof kept)[number]>;

/** A group: a service, a team, a priority. `null` is the group of those that have none. */
export type Group<Key extends string, Value> = { [Name in Key]: Value } & GroupTotals;

const groupTotals = (totals: Totals) =>
	Object.fromEntries(kept.map((name) => [name, totals[name]])) as GroupTotals;

/**
 * Totals by what incidents have in common, the largest first; those of one size by name. An incident of several teams
 * counts for each.
 */
export function grouped<Key extends string>(
	key: Key,
	all: readonly IncidentFigures[],
	groupsOf: (figures: IncidentFigures) => ReadonlyArray<Named | null>,
): Array<Group<Key, Named | null>> {
	const groups = new Map<string | undefined, { value: Named | null; tally: Tally }>();
	for (const figures of all) {
		const own = groupsOf(figures);
		for (const value of own.length > 0 ? own : [null]) {
			const group = groups.get(value?.id) ?? { value, tally: new Tally() };
			groups.set(value?.id, group);
			group.tally.add(figures);
		}
	}
	return [...groups.values()]
		.map(({ value, tally }) => ({ [key]: value, ...groupTotals(tally.totals()) }) as Group<Key, Named | null>)
		.sort(
			(a, b) => b.incident_count - a.incident_count || nameIn(a[key]).localeCompare(nameIn(b[key]), 'en'),
		);
}

const nameIn = (value: Named | null) => value?.summary ?? '';

/** Incidents by urgency, high first. */
export const byUrgency = (all: readonly IncidentFigures[]): Array<Group<'urgency', string>> =>
	grouped('urgency', all, ({ history: { urgency } }) => [{ id: urgency, summary: urgency }])
		.map((row) => ({ ...row, urgency: row.urgency?.id ?? '' }))
		.sort((a, b) => a.urgency.localeCompare(b.urgency, 'en'));

/** A title, and how often it came. */
export type TitleRow = { title: string; incident_count: number; total_interruptions: number };

/** Titles by how often they came, the noisiest first. */
export const byTitle = (all: readonly IncidentFigures[]): TitleRow[] =>
	grouped('title', all, ({ history: { title } }) => [{ id: title, summary: title }]).map(
		({ title, incident_count, total_interruptions }) => ({
			title: title?.summary ?? '',
			incident_count,
			total_interruptions,
		}),
	);
