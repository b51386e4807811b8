import type { IDataObject } from 'n8n-workflow';

import { isObject, rowsOf } from '../../../api/answer';
import type { Api } from '../../../api/client';
import type { Query } from '../../../api/request';
import { mapConcurrent } from '../../../engine/mapConcurrent';
import { countIncidents, incidentPages } from './countIncidents';

/** Requests under way at once. */
const atOnce = 5;

/** What each kind of group is called in a query. */
const filterOf = {
	service: 'serviceIds',
	status: 'statuses',
	team: 'teamIds',
	urgency: 'urgencies',
} as const;
const always: Partial<Record<string, readonly string[]>> = {
	status: ['triggered', 'acknowledged', 'resolved'],
	urgency: ['high', 'low'],
};

/** What incidents are counted by. */
export type GroupedBy = keyof typeof filterOf;

/**
 * Counts incidents by group. Groups that are known before are counted in one request each, also those with none; others
 * turn up as the incidents are read, the largest first. An incident of several teams counts for each.
 */
export async function countByGroup(api: Api, by: GroupedBy, query: Query): Promise<IDataObject[]> {
	const chosen = query[filterOf[by]];
	const known = Array.isArray(chosen) ? chosen.map(String) : always[by];
	if (known === undefined) return await tally(api, by, query);
	const inOrder = always[by]?.filter((value) => known.includes(value)) ?? known;
	return await mapConcurrent(inOrder, atOnce, async (value) => {
		const { count, example } = await countIncidents(api, { ...query, [filterOf[by]]: [value] });
		if (by === 'status' || by === 'urgency') return { [by]: value, count };
		const found = example && referencesIn(example, by).find(({ id }) => id === value);
		return { [by]: { id: value, summary: found?.summary ?? null }, count };
	});
}

async function tally(api: Api, by: GroupedBy, query: Query): Promise<IDataObject[]> {
	const groups = new Map<unknown, { reference: IDataObject | null; count: number }>();
	for await (const page of incidentPages(api, query)) {
		for (const incident of page) {
			const references = referencesIn(incident, by);
			for (const reference of references.length > 0 ? references : [null]) {
				const group = groups.get(reference?.id) ?? { reference, count: 0 };
				groups.set(reference?.id, { ...group, count: group.count + 1 });
			}
		}
	}
	return [...groups.values()]
		.sort((a, b) => b.count - a.count)
		.map(({ reference, count }) => ({
			[by]: reference && { id: reference.id, summary: reference.summary ?? null },
			count,
		}));
}

function referencesIn(incident: IDataObject, by: GroupedBy): IDataObject[] {
	if (by === 'team') return rowsOf(incident, 'teams');
	return isObject(incident.service) ? [incident.service] : [];
}
