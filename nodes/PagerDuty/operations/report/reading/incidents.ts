import type { Api } from '../../../api/client';
import { hasPriority, responseTimeFor, type ResponseTime } from '../../../fields/responseTimes';
import { historyOf, type History } from '../../../report/figures/history';
import { incidentPages } from '../../incident/count/countIncidents';
import type { Range } from '../period';
import { boundsOf } from './bounds';

/** Which incidents of a period a report is about; what is left out excludes none. */
export interface Chosen {
	readonly serviceIds?: readonly string[];
	readonly teamIds?: readonly string[];
	readonly urgencies?: readonly string[];
	/** IDs or names. PagerDuty documents no such filter, so they are looked at here. */
	readonly priorityIds?: readonly string[];
}

/** The incidents that were created in a period, each once and without what happened to it. operationId listIncidents */
export async function readIncidents(
	api: Api,
	range: Range,
	{ priorityIds, ...filters }: Chosen,
	responseTimes: readonly ResponseTime[],
): Promise<History[]> {
	const histories: History[] = [];
	for await (const page of incidentPages(api, { ...filters, ...boundsOf(range) })) {
		for (const incident of page) {
			if (priorityIds && !hasPriority(incident, priorityIds)) continue;
			const history = historyOf(incident, responseTimeFor(responseTimes, incident));
			if (history && history.createdAt >= range.since && history.createdAt < range.until)
				histories.push(history);
		}
	}
	return histories;
}
