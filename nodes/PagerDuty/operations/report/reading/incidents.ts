import type { Api } from '../../../api/client';
import { hasPriority, responseTimeFor, type ResponseTime } from '../../../fields/responseTimes';
import { historyOf, type History } from '../../../report/figures/history';
import { incidentPages } from '../../incident/count/countIncidents';
import type { Range } from '../period';

/** Which incidents of a period a report is about; what is left out excludes none. */
export interface Chosen {
	readonly serviceIds?: readonly string[];
	readonly teamIds?: readonly string[];
	readonly urgencies?: readonly string[];
	/** IDs or names. PagerDuty documents no such filter, so they are looked at here. */
	readonly priorityIds?: readonly string[];
}

/** Nobody says whether PagerDuty's bounds count: a second more is asked for, and looked at here. */
const second = 1_000;

/** The incidents that were created in a period, each once and without what happened to it. operationId listIncidents */
export async function readIncidents(
	api: Api,
	{ since, until }: Range,
	{ priorityIds, ...filters }: Chosen,
	responseTimes: readonly ResponseTime[],
): Promise<History[]> {
	const histories: History[] = [];
	const query = {
		...filters,
		since: new Date(since - second).toISOString(),
		until: new Date(until + second).toISOString(),
	};
	for await (const page of incidentPages(api, query)) {
		for (const incident of page) {
			if (priorityIds && !hasPriority(incident, priorityIds)) continue;
			const history = historyOf(incident, responseTimeFor(responseTimes, incident));
			if (history && history.createdAt >= since && history.createdAt < until) histories.push(history);
		}
	}
	return histories;
}
