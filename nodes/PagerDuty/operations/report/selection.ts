import type { History } from '../../report/figures/history';
import type { Chosen } from './reading/incidents';

/** Which incidents a report is about, in words; undefined where it is about all. Names stand in incidents, else there are only IDs. */
export function selectionText(chosen: Chosen, histories: readonly History[]): string | undefined {
	const { serviceIds, teamIds, priorityIds, urgencies } = chosen;
	const names = new Map<string, string>();
	for (const { service, teams, priority } of histories)
		for (const each of [service, priority, ...teams]) if (each) names.set(each.id, each.summary);
	const part = (noun: string, ids: readonly string[] | undefined) =>
		ids === undefined ? [] : [`${noun} ${ids.map((id) => names.get(id) ?? id).join(', ')}`];
	const parts = [
		...part('service', serviceIds),
		...part('team', teamIds),
		...part('priority', priorityIds),
		...part('urgency', urgencies),
	];
	return parts.length === 0 ? undefined : `Only incidents of: ${parts.join('; ')}.`;
}
